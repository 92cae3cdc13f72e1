-- What an order can be sent by and which codes make it cheaper, and what a session's payer chose.
ALTER TABLE orders ADD COLUMN extras TEXT NOT NULL DEFAULT '{}'; -- JSON
ALTER TABLE sessions ADD COLUMN extras TEXT NOT NULL DEFAULT '{}'; -- JSON
