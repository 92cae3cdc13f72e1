//! What the SQL is told of SQLite.

use jiff::Timestamp;
use sqlx::migrate::Migrator;
use sqlx::{Connection as _, QueryBuilder, Sqlite};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::task::block_in_place;

use crate::store::StoreError;

/// What makes the tables.
pub(super) static MIGRATIONS: Migrator = sqlx::migrate!("./migrations/sqlite");

/// What statements are written for.
pub(super) type Database = Sqlite;

/// What statements run on.
pub(super) type Connection = sqlx::SqliteConnection;

/// What they find.
pub(super) type Row = sqlx::sqlite::SqliteRow;

/// What they are run in.
pub(super) type Transaction<'c> = sqlx::Transaction<'c, Sqlite>;

/// Begins a transaction that writes. It takes the file's lock at once, so that it cannot fail half
/// way because somebody else wrote after it had read.
pub(super) const WRITE: &str = "BEGIN IMMEDIATE";

/// Begins a transaction that takes work for this server.
pub(super) const SHARE: &str = WRITE;

/// Begins a transaction that reads: everything in it is of one moment.
pub(super) const READ: &str = "BEGIN";

/// Begins a transaction. Where nobody waits for it any more, SQLite's own thread ends it.
pub(super) async fn begin<'c>(
    connection: &'c mut Connection,
    statement: &'static str,
) -> Result<Transaction<'c>, StoreError> {
    Ok(connection.begin_with(statement).await?)
}

/// Runs a transaction's statements without giving the thread away between them. Every other writer
/// waits meanwhile, and each statement is done in microseconds by SQLite's own thread: to queue
/// behind other requests after each would take many times as long.
pub(super) async fn run<T>(statements: impl Future<Output = T> + Send) -> T {
    let runtime = Handle::current();
    if runtime.runtime_flavor() == RuntimeFlavor::MultiThread {
        block_in_place(|| runtime.block_on(statements))
    } else {
        statements.await
    }
}

/// Whose contract it is.
pub(super) type Opened = super::SqliteStore;

/// No transaction loses a race: there is one writer, and it has the file's lock from the start.
pub(super) const LOST: &[&str] = &[];

/// Writes a page of the file that says what it said before: the number is free for whoever has the
/// file, and is zero.
pub(super) const PROOF: &str = "PRAGMA user_version = 0";

/// A statement that takes rows for this server. Nobody else writes meanwhile, so there is nothing
/// to skip.
macro_rules! skip_locked {
    ($select:literal, $rest:literal) => {
        concat!($select, $rest)
    };
}
pub(super) use skip_locked;

/// Events are numbered in the order in which they are committed: there is one writer.
pub(super) const fn push_settled(_query: &mut QueryBuilder<Sqlite>, _now: Timestamp) {}
