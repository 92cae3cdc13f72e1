-- Times are microseconds since 1970, UTC. Amounts are minor units of their currency.
-- The checks and the unique indexes say once more what the program keeps: a row that breaks an
-- invariant must not be written, whoever tries. SQLite has the same tables, column by column.
-- Texts compare by their bytes, as SQLite's do, whatever the database's own collation is.

-- Where a text begins in another one, counted from 1; 0 where it is not. SQLite has it built in.
CREATE FUNCTION instr(hay TEXT, needle TEXT) RETURNS INTEGER
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN strpos(hay, needle);

CREATE TABLE accounts (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    origins TEXT COLLATE "C" NOT NULL, -- a JSON array of web origins
    created_at BIGINT NOT NULL
);

CREATE TABLE api_keys (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    hash BYTEA NOT NULL UNIQUE, -- SHA-256 of the key; the key itself is nowhere
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    name TEXT COLLATE "C" NOT NULL,
    scopes TEXT COLLATE "C" NOT NULL, -- a JSON array
    prefix TEXT COLLATE "C" NOT NULL, -- what a list shows of the key: too little to guess the rest
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
);

CREATE INDEX api_keys_by_account ON api_keys (account_id, created_at, id);

CREATE TABLE recipients (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    name TEXT COLLATE "C" NOT NULL,
    country TEXT COLLATE "C" NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    fields TEXT COLLATE "C" NOT NULL, -- a JSON array
    search TEXT COLLATE "C" NOT NULL -- what a query is looked for in: lower case, any script
);

CREATE INDEX recipients_by_account ON recipients (account_id, name, id);

CREATE TABLE orders (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    number TEXT COLLATE "C" NOT NULL,
    country TEXT COLLATE "C" NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    amount_minor BIGINT NOT NULL,
    description TEXT COLLATE "C",
    lines TEXT COLLATE "C" NOT NULL, -- a JSON array
    search TEXT COLLATE "C" NOT NULL,
    paid_at BIGINT,
    paying_session_id TEXT COLLATE "C", -- the one session that may pay it now, or did
    PRIMARY KEY (account_id, number)
);

CREATE INDEX orders_by_session ON orders (paying_session_id) WHERE paying_session_id IS NOT NULL;

CREATE TABLE sessions (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    recipient_id TEXT COLLATE "C" NOT NULL REFERENCES recipients (id),
    order_number TEXT COLLATE "C" NOT NULL,
    amount_minor BIGINT NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    customer_id TEXT COLLATE "C",
    description TEXT COLLATE "C",
    return_url TEXT COLLATE "C",
    callback_url TEXT COLLATE "C",
    locale TEXT COLLATE "C",
    metadata TEXT COLLATE "C" NOT NULL, -- a JSON object of strings
    payer TEXT COLLATE "C" NOT NULL, -- a JSON object of strings
    capture TEXT COLLATE "C" NOT NULL DEFAULT 'automatic' CHECK (capture IN ('automatic', 'manual')),
    payment_creation TEXT COLLATE "C" NOT NULL DEFAULT 'automatic'
        CHECK (payment_creation IN ('automatic', 'merchant')),
    version BIGINT NOT NULL CHECK (version > 0),
    state TEXT COLLATE "C" NOT NULL
        CHECK (state IN ('open', 'confirmed', 'paying', 'complete', 'expired', 'cancelled')),
    attempt_id TEXT COLLATE "C", -- the attempt under way, or the one that succeeded
    locked_at BIGINT, -- since when the payer may not change anything
    claimed_until BIGINT, -- a server is about to expire it; until then no other does
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    FOREIGN KEY (account_id, order_number) REFERENCES orders (account_id, number),
    CHECK ((state IN ('paying', 'complete')) = (attempt_id IS NOT NULL))
);

ALTER TABLE orders ADD CONSTRAINT orders_paying_session
    FOREIGN KEY (paying_session_id) REFERENCES sessions (id);

CREATE INDEX sessions_waiting ON sessions (expires_at) WHERE state IN ('open', 'confirmed');
CREATE INDEX sessions_over ON sessions (expires_at) WHERE state IN ('expired', 'cancelled');
CREATE INDEX sessions_by_account ON sessions (account_id, created_at, id);
CREATE INDEX sessions_by_order ON sessions (account_id, order_number);

CREATE TABLE payments (
    reference TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    session_id TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES sessions (id),
    recipient_id TEXT COLLATE "C" NOT NULL REFERENCES recipients (id), -- the session's, so that lists filter by it
    order_number TEXT COLLATE "C" NOT NULL, -- the session's
    amount_minor BIGINT NOT NULL,
    captured_minor BIGINT NOT NULL DEFAULT 0,
    capturing_minor BIGINT NOT NULL DEFAULT 0, -- being captured or let go: the processor has not decided
    capture_final BIGINT NOT NULL DEFAULT 0 CHECK (capture_final IN (0, 1)), -- 1: no more is captured
    refunded_minor BIGINT NOT NULL DEFAULT 0, -- what the processor returned; not what it is asked to
    refunding_minor BIGINT NOT NULL DEFAULT 0, -- what it is asked to return and has not decided
    currency TEXT COLLATE "C" NOT NULL,
    capture TEXT COLLATE "C" NOT NULL DEFAULT 'automatic' CHECK (capture IN ('automatic', 'manual')),
    processor TEXT COLLATE "C" NOT NULL, -- the latest attempt's
    state TEXT COLLATE "C" NOT NULL
        CHECK (state IN ('created', 'requires_action', 'processing', 'authorized', 'captured',
                         'partially_captured', 'voided', 'declined', 'failed',
                         'partially_refunded', 'refunded')),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CHECK (0 <= refunded_minor AND 0 <= refunding_minor AND 0 <= capturing_minor),
    CHECK (refunded_minor + refunding_minor <= captured_minor),
    CHECK (captured_minor + capturing_minor <= amount_minor)
);

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
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    word TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL, -- the payment's, so that a word's payments lie in the list's order
    payment_reference TEXT COLLATE "C" NOT NULL REFERENCES payments (reference),
    PRIMARY KEY (account_id, word, created_at, payment_reference)
);

CREATE INDEX payment_words_by_payment ON payment_words (payment_reference);

CREATE TABLE attempts (
    sequence BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, -- the order in which they were claimed
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    payment_reference TEXT COLLATE "C" NOT NULL REFERENCES payments (reference),
    session_id TEXT COLLATE "C" NOT NULL REFERENCES sessions (id),
    attempt_key TEXT COLLATE "C" NOT NULL,
    fingerprint BYTEA NOT NULL, -- a hash of what came with the key
    method TEXT COLLATE "C" NOT NULL CHECK (method IN ('card', 'bank_transfer', 'wallet')),
    token TEXT COLLATE "C", -- the card's, while the charge may have to be repeated
    processor TEXT COLLATE "C" NOT NULL, -- who was asked, and is asked again
    processor_reference TEXT COLLATE "C", -- the processor's own name for it
    state TEXT COLLATE "C" NOT NULL
        CHECK (state IN ('announced', 'started', 'requires_action', 'processing', 'authorized',
                         'captured', 'declined')),
    action TEXT COLLATE "C", -- JSON
    transfer TEXT COLLATE "C", -- JSON
    decline TEXT COLLATE "C",
    claimed_until BIGINT, -- a server is looking it up; until then no other does
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (session_id, attempt_key),
    CHECK ((state = 'requires_action') = (action IS NOT NULL)),
    CHECK ((state = 'declined') = (decline IS NOT NULL)),
    CHECK (token IS NULL OR state IN ('announced', 'started', 'processing'))
);

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
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    session_id TEXT COLLATE "C" NOT NULL REFERENCES sessions (id),
    payment_reference TEXT COLLATE "C" NOT NULL REFERENCES payments (reference),
    attempt_id TEXT COLLATE "C" NOT NULL REFERENCES attempts (id), -- the one that reserved or took the money
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('capture', 'final_capture', 'void', 'refund')),
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    currency TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C", -- a refund's, in the merchant's words
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('initiated', 'finished', 'failed')),
    failure TEXT COLLATE "C",
    claimed_until BIGINT, -- a server is looking it up; until then no other does
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CHECK ((state = 'failed') = (failure IS NOT NULL))
);

CREATE INDEX operations_by_payment ON operations (payment_reference, created_at, id);
CREATE INDEX operations_initiated ON operations (updated_at) WHERE state = 'initiated';

-- Reserved money is captured or let go by one operation at a time.
CREATE UNIQUE INDEX operations_one_capture_at_a_time ON operations (payment_reference)
    WHERE state = 'initiated' AND kind <> 'refund';

CREATE TABLE events (
    sequence BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    kind TEXT COLLATE "C" NOT NULL,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    session_id TEXT COLLATE "C" NOT NULL REFERENCES sessions (id),
    payment_reference TEXT COLLATE "C" REFERENCES payments (reference),
    attempt_id TEXT COLLATE "C" REFERENCES attempts (id),
    operation_id TEXT COLLATE "C" REFERENCES operations (id),
    data TEXT COLLATE "C" NOT NULL, -- JSON: what it was about, as it was then
    at BIGINT NOT NULL
);

CREATE INDEX events_by_session ON events (session_id, sequence);
CREATE INDEX events_by_account ON events (account_id, sequence);

CREATE TABLE webhook_endpoints (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    url TEXT COLLATE "C" NOT NULL, -- empty: wherever each session's callback_url says
    event_types TEXT COLLATE "C" NOT NULL, -- a JSON array; empty where it wants all
    secrets TEXT COLLATE "C" NOT NULL, -- a JSON array of {secret, created_at, expires_at}
    disabled_at BIGINT,
    created_at BIGINT NOT NULL
);

CREATE INDEX webhook_endpoints_by_account ON webhook_endpoints (account_id, created_at, id);

-- One row for each event and each endpoint that wants it, written with the event. Those of one
-- endpoint and session leave in this order.
CREATE TABLE webhook_deliveries (
    sequence BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    endpoint_id TEXT COLLATE "C" NOT NULL REFERENCES webhook_endpoints (id),
    event_id TEXT COLLATE "C" NOT NULL REFERENCES events (id),
    session_id TEXT COLLATE "C" NOT NULL REFERENCES sessions (id),
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('pending', 'delivered', 'parked')),
    attempts BIGINT NOT NULL DEFAULT 0,
    next_at BIGINT NOT NULL,
    last_status BIGINT,
    last_error TEXT COLLATE "C", -- a code of ours, never what the endpoint said
    claimed_until BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

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
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    key TEXT COLLATE "C" NOT NULL,
    fingerprint BYTEA NOT NULL, -- a hash of the request
    subject TEXT COLLATE "C" NOT NULL, -- the id of what it makes, drawn before it is made
    running_until BIGINT NOT NULL, -- from then on whoever worked on it is taken for gone
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('running', 'done')),
    status BIGINT,
    headers TEXT COLLATE "C", -- a JSON object of strings
    body TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, key),
    CHECK ((state = 'done') = (status IS NOT NULL))
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
