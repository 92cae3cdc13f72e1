-- Money that is reserved first and taken later, and money that is returned.

ALTER TABLE charges ADD COLUMN capture TEXT NOT NULL DEFAULT 'automatic'
    CHECK (capture IN ('automatic', 'manual'));

-- The primary key is what makes a capture, a void or a refund idempotent.
CREATE TABLE operations (
    id         TEXT PRIMARY KEY,
    attempt    TEXT NOT NULL REFERENCES charges (attempt),
    kind       TEXT NOT NULL CHECK (kind IN ('capture', 'final_capture', 'void', 'refund')),
    amount     INTEGER NOT NULL,
    currency   TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('pending', 'finished', 'failed')),
    failure    TEXT,
    -- When it moves by itself, milliseconds since 1970.
    due_at     INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((state = 'failed') = (failure IS NOT NULL)),
    CHECK ((state = 'pending') = (due_at IS NOT NULL))
) STRICT;

CREATE INDEX operations_by_attempt ON operations (attempt);
CREATE INDEX operations_by_due ON operations (due_at) WHERE due_at IS NOT NULL;
