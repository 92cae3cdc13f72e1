-- Which of the payer's fields are the merchant's.
ALTER TABLE sessions ADD COLUMN locks TEXT COLLATE "C" NOT NULL DEFAULT '{}'; -- JSON
