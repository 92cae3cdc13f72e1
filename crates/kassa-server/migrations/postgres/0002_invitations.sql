-- Links that were sent to payers, or are to be. What is waiting is sent by whichever server takes it.
CREATE TABLE invitations (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    session_id TEXT COLLATE "C" NOT NULL REFERENCES sessions (id),
    email TEXT COLLATE "C", -- where it goes; nowhere where nobody knows an address
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('kept', 'waiting', 'sent', 'failed')),
    failure TEXT COLLATE "C",
    tries BIGINT NOT NULL DEFAULT 0,
    next_at BIGINT NOT NULL, -- when it is tried next, while it waits
    claimed_until BIGINT, -- a server is sending it; until then no other does
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CHECK ((state = 'failed') = (failure IS NOT NULL)),
    CHECK (state = 'kept' OR email IS NOT NULL)
);

CREATE INDEX invitations_waiting ON invitations (next_at) WHERE state = 'waiting';
CREATE INDEX invitations_by_session ON invitations (session_id, created_at, id);
CREATE INDEX invitations_by_account ON invitations (account_id, created_at, id);
