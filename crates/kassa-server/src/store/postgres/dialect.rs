//! What the SQL is told of PostgreSQL.

use sqlx::Postgres;

/// What statements run on.
pub(super) type Connection = sqlx::PgConnection;

/// What they find.
pub(super) type Row = sqlx::postgres::PgRow;

/// What they are run in.
pub(super) type Transaction = sqlx::Transaction<'static, Postgres>;

/// Whose contract it is.
pub(super) type Opened = super::PgStore;

/// What PostgreSQL says to a transaction that would not have meant the same alone, and to one of
/// those that wait for each other: a serialization failure and a deadlock.
pub(super) const LOST: &[&str] = &["40001", "40P01"];

/// A statement that takes rows for this server, and leaves those that another is taking.
macro_rules! skip_locked {
    ($select:literal, $rest:literal) => {
        concat!($select, " FOR UPDATE SKIP LOCKED", $rest)
    };
}
pub(super) use skip_locked;
