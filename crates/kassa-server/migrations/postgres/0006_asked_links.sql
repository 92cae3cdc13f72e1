-- When the payer of a session that is over asked for a new link.
ALTER TABLE sessions ADD COLUMN link_asked_at BIGINT;
