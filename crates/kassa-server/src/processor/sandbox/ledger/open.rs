//! Opening the file.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, SqlitePool};

/// What was charged, and what cards there are to charge.
#[derive(Clone, Debug)]
pub(in super::super) struct Ledger {
    pub(super) pool: SqlitePool,
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
        let pool = SqlitePoolOptions::new()
            .max_connections(4)
            // Where a disk is full SQLite itself ends the transaction, and the connection believes
            // for ever that it is in one: another is opened in its place.
            .before_acquire(|connection, _| Box::pin(async { Ok(!connection.is_in_transaction()) }))
            .connect_with(options)
            .await?;
        sqlx::migrate!("migrations/sandbox").run(&pool).await?;
        Ok(Self { pool })
    }
}
