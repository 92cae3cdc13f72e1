//! Opening the file.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, SqlitePool};

/// How many read at once.
const READERS: u32 = 2;

/// What was charged, and what cards there are to charge.
#[derive(Clone, Debug)]
pub(in super::super) struct Ledger {
    /// One connection, so that writers queue for it and not on the file's lock.
    pub(super) writer: SqlitePool,
    pub(super) readers: SqlitePool,
}

/// Why the ledger did not do it.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The file cannot be read or written.
    #[error("the sandbox's ledger did not answer")]
    Database(#[from] sqlx::Error),
    /// The file's tables cannot be brought up to date.
    #[error("the sandbox's ledger cannot be brought up to date")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A row holds what no version of this program writes.
    #[error("a row of the sandbox's ledger cannot be read: {column}")]
    Unreadable {
        /// Which of its columns.
        column: &'static str,
    },
}

impl Ledger {
    /// Opens the file, makes it where there is none, and brings its tables up to date.
    ///
    /// It is opened to survive a power cut: what it answered it does not forget.
    pub(in super::super) async fn open(file: &Path) -> Result<Self, LedgerError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5));
        let writer = pool(1).connect_with(options.clone()).await?;
        sqlx::migrate!("migrations/sandbox").run(&writer).await?;
        let readers = pool(READERS).connect_with(options.pragma("query_only", "on"));
        Ok(Self {
            readers: readers.await?,
            writer,
        })
    }
}

/// So many connections. Where a disk is full SQLite itself ends the transaction, and the
/// connection believes for ever that it is in one: another is opened in its place.
fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .before_acquire(|connection, _| Box::pin(async { Ok(!connection.is_in_transaction()) }))
}
