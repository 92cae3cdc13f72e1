-- Which of the payer's fields are the merchant's.
ALTER TABLE sessions ADD COLUMN locks TEXT NOT NULL DEFAULT '{}'; -- JSON
