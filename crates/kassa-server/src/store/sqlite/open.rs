//! Opening the file.

use std::path::Path;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Sqlite, SqliteConnection, SqlitePool};
use tokio::sync::MappedMutexGuard;

use super::dialect::MIGRATIONS;
use super::writer::Writer;
use crate::store::StoreError;
use crate::store::condition::Condition;

/// How long to wait for another process that holds the file, a backup or a server that is ending;
/// and how long for those of this process that wait before.
const BUSY: Duration = Duration::from_secs(5);

/// How many read at once.
const READERS: u32 = 4;

/// Everything in one SQLite file.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    writer: Writer,
    readers: SqlitePool,
    pub(super) condition: Condition,
}

/// Whether a connection can be used again; else another one is opened in its place. Where a disk is
/// full SQLite itself ends the transaction, and the connection believes for ever that it is in one.
fn is_sound(connection: &SqliteConnection) -> bool {
    !connection.is_in_transaction()
}

impl SqliteStore {
    /// Opens the file, makes it where there is none, and brings it up to date.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be opened or is newer than this program.
    pub async fn open(file: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(BUSY);
        let writer = Writer::open(options.clone(), BUSY).await?;
        MIGRATIONS.run(&mut *writer.turn().await?).await?;
        let reading = options.create_if_missing(false).pragma("query_only", "on");
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(BUSY)
            .before_acquire(|connection, _| Box::pin(async { Ok(is_sound(connection)) }))
            .connect_with(reading);
        Ok(Self {
            readers: readers.await?,
            writer,
            condition: Condition::default(),
        })
    }

    /// The connection that writes.
    pub(super) async fn turn(&self) -> Result<MappedMutexGuard<'_, SqliteConnection>, StoreError> {
        self.writer.turn().await
    }

    /// A connection that reads.
    pub(super) async fn ask(&self) -> Result<PoolConnection<Sqlite>, StoreError> {
        Ok(self.readers.acquire().await?)
    }

    /// The journal's mode and the level of synchronisation, for the test that looks after them: 2
    /// is FULL.
    ///
    /// # Errors
    /// [`StoreError`] where the file does not answer.
    pub async fn durability(&self) -> Result<(String, i64), StoreError> {
        let mut connection = self.turn().await?;
        let journal = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut *connection);
        let journal = journal.await?;
        let synchronous = sqlx::query_scalar("PRAGMA synchronous").fetch_one(&mut *connection);
        Ok((journal, synchronous.await?))
    }

    /// Closes the file in good order.
    pub(super) async fn end(&self) {
        self.readers.close().await;
        self.writer.end().await;
    }
}
