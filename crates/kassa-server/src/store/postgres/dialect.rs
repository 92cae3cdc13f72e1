//! What the SQL is told of PostgreSQL.

use jiff::{SignedDuration, Timestamp};
use sqlx::migrate::Migrator;
use sqlx::{Postgres, QueryBuilder};

use super::held::Held;
use crate::store::StoreError;

/// What makes the tables.
pub(super) static MIGRATIONS: Migrator = sqlx::migrate!("./migrations/postgres");

/// What statements are written for.
pub(super) type Database = Postgres;

/// What statements run on.
pub(super) type Connection = sqlx::PgConnection;

/// What they find.
pub(super) type Row = sqlx::postgres::PgRow;

/// What they are run in.
pub(super) type Transaction<'c> = sqlx::Transaction<'c, Postgres>;

/// Begins a transaction that writes, and means what it would mean alone.
pub(super) const WRITE: &str = "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE";

/// Begins a transaction that takes work for this server: each of its statements sees what was
/// committed before it.
pub(super) const SHARE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

/// Begins a transaction that reads: everything in it is of one moment.
pub(super) const READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Begins a transaction.
pub(super) async fn begin<'c>(
    held: &'c mut Held,
    statement: &'static str,
) -> Result<Transaction<'c>, StoreError> {
    held.begin(statement).await
}

/// Runs a transaction's statements.
pub(super) async fn run<T>(statements: impl Future<Output = T> + Send) -> T {
    statements.await
}

/// Whose contract it is.
pub(super) type Opened = super::PgStore;

/// What PostgreSQL says to a transaction that would not have meant the same alone, and to one of
/// those that wait for each other: a serialization failure and a deadlock.
pub(super) const LOST: &[&str] = &["40001", "40P01"];

/// Takes a number for the transaction, which is written when it ends; one that may only read gets
/// none.
pub(super) const PROOF: &str = "SELECT pg_current_xact_id()";

/// A statement that takes rows for this server, and leaves those that another is taking.
macro_rules! skip_locked {
    ($select:literal, $rest:literal) => {
        concat!($select, " FOR UPDATE SKIP LOCKED", $rest)
    };
}
pub(super) use skip_locked;

/// No transaction is under way for longer: the server's connections end those of 30 seconds.
const LONG_AGO: SignedDuration = SignedDuration::from_hours(1);

/// An event is numbered before it is committed, so one with a smaller number may still come. Only
/// those are settled that were written before every transaction that is still under way began. The
/// ages of transactions go round in a circle of two billion, so what is old is not asked for its
/// age.
pub(super) fn push_settled(query: &mut QueryBuilder<Postgres>, now: Timestamp) {
    let long_ago = now.saturating_sub(LONG_AGO).unwrap_or(Timestamp::MIN);
    query
        .push(" AND (at < ")
        .push_bind(long_ago.as_microsecond());
    query.push(" OR age(xmin) > age(pg_snapshot_xmin(pg_current_snapshot())::xid))");
}
