-- How a merchant's pages look, and the pictures that its brand names: apart, so that reading a
-- screen does not read them.
ALTER TABLE accounts ADD COLUMN brand TEXT COLLATE "C" NOT NULL DEFAULT '{}'; -- JSON

CREATE TABLE logos (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY, -- the beginning of the SHA-256 of the bytes, and their kind
    bytes BYTEA NOT NULL
);
