-- Times are microseconds since 1970, UTC. Amounts are minor units of their currency.
-- The checks and the unique indexes say once more what the program keeps: a row that breaks an
-- invariant must not be written, whoever tries.

CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    origins TEXT NOT NULL -- a JSON array of web origins
) STRICT;

CREATE TABLE api_keys (
    hash BLOB NOT NULL PRIMARY KEY, -- SHA-256 of the key; the key itself is nowhere
    account_id TEXT NOT NULL REFERENCES accounts (id)
) STRICT;

CREATE TABLE recipients (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    currency TEXT NOT NULL,
    fields TEXT NOT NULL, -- a JSON array
    search TEXT NOT NULL -- what a query is looked for in: lower case, any script
) STRICT;

CREATE INDEX recipients_by_account ON recipients (account_id, name, id);

CREATE TABLE orders (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    number TEXT NOT NULL,
    country TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    description TEXT,
    lines TEXT NOT NULL, -- a JSON array
    search TEXT NOT NULL,
    paid_at INTEGER,
    paying_session_id TEXT REFERENCES sessions (id), -- the one session that may pay it now, or did
    PRIMARY KEY (account_id, number)
) STRICT;

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    recipient_id TEXT NOT NULL REFERENCES recipients (id),
    order_number TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    customer_id TEXT,
    description TEXT,
    return_url TEXT,
    callback_url TEXT,
    locale TEXT,
    metadata TEXT NOT NULL, -- a JSON object of strings
    payer TEXT NOT NULL, -- a JSON object of strings
    version INTEGER NOT NULL CHECK (version > 0),
    state TEXT NOT NULL
        CHECK (state IN ('open', 'confirmed', 'paying', 'complete', 'expired', 'cancelled')),
    attempt_id TEXT, -- the attempt under way, or the one that succeeded
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    FOREIGN KEY (account_id, order_number) REFERENCES orders (account_id, number),
    CHECK ((state IN ('paying', 'complete')) = (attempt_id IS NOT NULL))
) STRICT;

CREATE INDEX sessions_waiting ON sessions (expires_at) WHERE state IN ('open', 'confirmed');

CREATE TABLE payments (
    reference TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    session_id TEXT NOT NULL UNIQUE REFERENCES sessions (id),
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('created', 'requires_action', 'processing', 'authorized', 'captured',
                         'partially_captured', 'voided', 'declined', 'failed',
                         'partially_refunded', 'refunded')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE attempts (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, -- the order in which they were claimed
    id TEXT NOT NULL UNIQUE,
    payment_reference TEXT NOT NULL REFERENCES payments (reference),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    attempt_key TEXT NOT NULL,
    fingerprint BLOB NOT NULL, -- a hash of what came with the key
    method TEXT NOT NULL CHECK (method IN ('card', 'bank_transfer', 'wallet')),
    token TEXT, -- the card's, while the charge may have to be repeated
    state TEXT NOT NULL
        CHECK (state IN ('started', 'requires_action', 'processing', 'captured', 'declined')),
    action TEXT, -- JSON
    transfer TEXT, -- JSON
    decline TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (session_id, attempt_key),
    CHECK ((state = 'requires_action') = (action IS NOT NULL)),
    CHECK ((state = 'declined') = (decline IS NOT NULL)),
    CHECK (token IS NULL OR state IN ('started', 'processing'))
) STRICT;

-- A payment has one attempt at most that is under way or succeeded.
CREATE UNIQUE INDEX attempts_one_at_a_time ON attempts (payment_reference)
    WHERE state IN ('started', 'requires_action', 'processing', 'captured');

CREATE INDEX attempts_in_flight ON attempts (updated_at)
    WHERE state IN ('started', 'requires_action', 'processing');

CREATE TABLE events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    payment_reference TEXT REFERENCES payments (reference),
    attempt_id TEXT REFERENCES attempts (id),
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX events_by_session ON events (session_id, sequence);
