-- What the pretend processor remembers. Its own file: Kassa's database knows nothing of it.

-- A card's number is not kept: what is kept is how the card behaves.
CREATE TABLE tokens (
    token      TEXT PRIMARY KEY,
    brand      TEXT NOT NULL,
    last4      TEXT NOT NULL,
    behaviour  TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- The only attempt that may charge it.
    used_by    TEXT
) STRICT;

-- The primary key is what makes a charge idempotent.
CREATE TABLE charges (
    attempt    TEXT PRIMARY KEY,
    -- Names the charge's own page, unguessable; an attempt's id is no secret.
    page       TEXT NOT NULL UNIQUE,
    reference  TEXT NOT NULL,
    amount     INTEGER NOT NULL CHECK (amount > 0),
    currency   TEXT NOT NULL,
    method     TEXT NOT NULL,
    card       TEXT,
    return_url TEXT NOT NULL,
    state      TEXT NOT NULL,
    decline    TEXT,
    -- When it moves by itself, milliseconds since 1970.
    due_at     INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX charges_by_reference ON charges (reference);
CREATE INDEX charges_by_due ON charges (due_at) WHERE due_at IS NOT NULL;
