-- Times are microseconds since 1970, UTC. Amounts are minor units of their currency.
-- The checks and the unique indexes say once more what the program keeps: a row that breaks an
-- invariant must not be written, whoever tries. PostgreSQL has the same tables, column by column.

CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    origins TEXT NOT NULL, -- a JSON array of web origins
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE api_keys (
    id TEXT NOT NULL PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE, -- SHA-256 of the key; the key itself is nowhere
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    scopes TEXT NOT NULL, -- a JSON array
    prefix TEXT NOT NULL, -- what a list shows of the key: too little to guess the rest
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER
) STRICT;

CREATE INDEX api_keys_by_account ON api_keys (account_id, created_at, id);

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

CREATE INDEX orders_by_session ON orders (paying_session_id) WHERE paying_session_id IS NOT NULL;

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
    capture TEXT NOT NULL DEFAULT 'automatic' CHECK (capture IN ('automatic', 'manual')),
    payment_creation TEXT NOT NULL DEFAULT 'automatic'
        CHECK (payment_creation IN ('automatic', 'merchant')),
    version INTEGER NOT NULL CHECK (version > 0),
    state TEXT NOT NULL
        CHECK (state IN ('open', 'confirmed', 'paying', 'complete', 'expired', 'cancelled')),
    attempt_id TEXT, -- the attempt under way, or the one that succeeded
    locked_at INTEGER, -- since when the payer may not change anything
    claimed_until INTEGER, -- a server is about to expire it; until then no other does
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    FOREIGN KEY (account_id, order_number) REFERENCES orders (account_id, number),
    CHECK ((state IN ('paying', 'complete')) = (attempt_id IS NOT NULL))
) STRICT;

CREATE INDEX sessions_waiting ON sessions (expires_at) WHERE state IN ('open', 'confirmed');
CREATE INDEX sessions_over ON sessions (expires_at) WHERE state IN ('expired', 'cancelled');
CREATE INDEX sessions_by_account ON sessions (account_id, created_at, id);
CREATE INDEX sessions_by_order ON sessions (account_id, order_number);

CREATE TABLE payments (
    reference TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    session_id TEXT NOT NULL UNIQUE REFERENCES sessions (id),
    recipient_id TEXT NOT NULL REFERENCES recipients (id), -- the session's, so that lists filter by it
    order_number TEXT NOT NULL, -- the session's
    amount_minor INTEGER NOT NULL,
    captured_minor INTEGER NOT NULL DEFAULT 0,
    capturing_minor INTEGER NOT NULL DEFAULT 0, -- being captured or let go: the processor has not decided
    capture_final INTEGER NOT NULL DEFAULT 0 CHECK (capture_final IN (0, 1)), -- 1: no more is captured
    refunded_minor INTEGER NOT NULL DEFAULT 0, -- what the processor returned; not what it is asked to
    refunding_minor INTEGER NOT NULL DEFAULT 0, -- what it is asked to return and has not decided
    currency TEXT NOT NULL,
    capture TEXT NOT NULL DEFAULT 'automatic' CHECK (capture IN ('automatic', 'manual')),
    processor TEXT NOT NULL, -- the latest attempt's
    state TEXT NOT NULL
        CHECK (state IN ('created', 'requires_action', 'processing', 'authorized', 'captured',
                         'partially_captured', 'voided', 'declined', 'failed',
                         'partially_refunded', 'refunded')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK (0 <= refunded_minor AND 0 <= refunding_minor AND 0 <= capturing_minor),
    CHECK (refunded_minor + refunding_minor <= captured_minor),
    CHECK (captured_minor + capturing_minor <= amount_minor)
) STRICT;

-- One index for each way of listing, each in the list's own order: page 10,000 costs what page 1
-- costs.
CREATE INDEX payments_by_account ON payments (account_id, created_at, reference);
CREATE INDEX payments_by_state ON payments (account_id, state, created_at, reference);
CREATE INDEX payments_by_recipient ON payments (account_id, recipient_id, created_at, reference);
CREATE INDEX payments_by_recipient_and_state
    ON payments (account_id, recipient_id, state, created_at, reference);

-- What a payment is found by: its reference, its order's number, and the words of its payer's name
-- and email, all in lower case.
CREATE TABLE payment_words (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    word TEXT NOT NULL,
    created_at INTEGER NOT NULL, -- the payment's, so that a word's payments lie in the list's order
    payment_reference TEXT NOT NULL REFERENCES payments (reference),
    PRIMARY KEY (account_id, word, created_at, payment_reference)
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_words_by_payment ON payment_words (payment_reference);

CREATE TABLE attempts (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, -- the order in which they were claimed
    id TEXT NOT NULL UNIQUE,
    payment_reference TEXT NOT NULL REFERENCES payments (reference),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    attempt_key TEXT NOT NULL,
    fingerprint BLOB NOT NULL, -- a hash of what came with the key
    method TEXT NOT NULL CHECK (method IN ('card', 'bank_transfer', 'wallet')),
    token TEXT, -- the card's, while the charge may have to be repeated
    processor TEXT NOT NULL, -- who was asked, and is asked again
    processor_reference TEXT, -- the processor's own name for it
    state TEXT NOT NULL
        CHECK (state IN ('announced', 'started', 'requires_action', 'processing', 'authorized',
                         'captured', 'declined')),
    action TEXT, -- JSON
    transfer TEXT, -- JSON
    decline TEXT,
    claimed_until INTEGER, -- a server is looking it up; until then no other does
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (session_id, attempt_key),
    CHECK ((state = 'requires_action') = (action IS NOT NULL)),
    CHECK ((state = 'declined') = (decline IS NOT NULL)),
    CHECK (token IS NULL OR state IN ('announced', 'started', 'processing'))
) STRICT;

-- A payment has one attempt at most that is under way or succeeded.
CREATE UNIQUE INDEX attempts_one_at_a_time ON attempts (payment_reference)
    WHERE state IN ('announced', 'started', 'requires_action', 'processing', 'authorized',
                    'captured');

CREATE INDEX attempts_in_flight ON attempts (updated_at)
    WHERE state IN ('announced', 'started', 'requires_action', 'processing');
CREATE INDEX attempts_by_payment ON attempts (payment_reference, sequence);
CREATE INDEX attempts_by_processor_reference ON attempts (processor_reference)
    WHERE processor_reference IS NOT NULL;

-- What the processor is asked to do with a payment. A row is written before the processor is
-- asked, so that its id is the processor's idempotency key, and moved when it has answered.
CREATE TABLE operations (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    payment_reference TEXT NOT NULL REFERENCES payments (reference),
    attempt_id TEXT NOT NULL REFERENCES attempts (id), -- the one that reserved or took the money
    kind TEXT NOT NULL CHECK (kind IN ('capture', 'final_capture', 'void', 'refund')),
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    currency TEXT NOT NULL,
    reason TEXT, -- a refund's, in the merchant's words
    state TEXT NOT NULL CHECK (state IN ('initiated', 'finished', 'failed')),
    failure TEXT,
    claimed_until INTEGER, -- a server is looking it up; until then no other does
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((state = 'failed') = (failure IS NOT NULL))
) STRICT;

CREATE INDEX operations_by_payment ON operations (payment_reference, created_at, id);
CREATE INDEX operations_initiated ON operations (updated_at) WHERE state = 'initiated';

-- Reserved money is captured or let go by one operation at a time.
CREATE UNIQUE INDEX operations_one_capture_at_a_time ON operations (payment_reference)
    WHERE state = 'initiated' AND kind <> 'refund';

CREATE TABLE events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    payment_reference TEXT REFERENCES payments (reference),
    attempt_id TEXT REFERENCES attempts (id),
    operation_id TEXT REFERENCES operations (id),
    data TEXT NOT NULL, -- JSON: what it was about, as it was then
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX events_by_session ON events (session_id, sequence);
CREATE INDEX events_by_account ON events (account_id, sequence);

CREATE TABLE webhook_endpoints (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    url TEXT NOT NULL, -- empty: wherever each session's callback_url says
    event_types TEXT NOT NULL, -- a JSON array; empty where it wants all
    secrets TEXT NOT NULL, -- a JSON array of {secret, created_at, expires_at}
    disabled_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX webhook_endpoints_by_account ON webhook_endpoints (account_id, created_at, id);

-- One row for each event and each endpoint that wants it, written with the event. Those of one
-- endpoint and session leave in this order.
CREATE TABLE webhook_deliveries (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    endpoint_id TEXT NOT NULL REFERENCES webhook_endpoints (id),
    event_id TEXT NOT NULL REFERENCES events (id),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'parked')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL,
    last_status INTEGER,
    last_error TEXT, -- a code of ours, never what the endpoint said
    claimed_until INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (endpoint_id, next_at)
    WHERE state = 'pending';
CREATE INDEX webhook_deliveries_in_order ON webhook_deliveries (endpoint_id, session_id, sequence)
    WHERE state = 'pending';
CREATE INDEX webhook_deliveries_by_endpoint ON webhook_deliveries (endpoint_id, sequence);
CREATE INDEX webhook_deliveries_by_state ON webhook_deliveries (endpoint_id, state, sequence);
CREATE INDEX webhook_deliveries_by_event ON webhook_deliveries (event_id);
CREATE INDEX webhook_deliveries_by_session ON webhook_deliveries (session_id);
CREATE INDEX webhook_deliveries_delivered ON webhook_deliveries (updated_at)
    WHERE state = 'delivered';

CREATE TABLE idempotency_keys (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    key TEXT NOT NULL,
    fingerprint BLOB NOT NULL, -- a hash of the request
    subject TEXT NOT NULL, -- the id of what it makes, drawn before it is made
    running_until INTEGER NOT NULL, -- from then on whoever worked on it is taken for gone
    state TEXT NOT NULL CHECK (state IN ('running', 'done')),
    status INTEGER,
    headers TEXT, -- a JSON object of strings
    body TEXT,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, key),
    CHECK ((state = 'done') = (status IS NOT NULL))
) STRICT;

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
