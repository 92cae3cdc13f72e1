//! The one connection that writes.

use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};
use tokio::time::timeout;

use crate::store::StoreError;

/// Writers queue here, first come first served, and not on the file's lock.
#[derive(Clone, Debug)]
pub(super) struct Writer {
    /// Nothing where it was closed, or could not be opened anew.
    connection: Arc<Mutex<Option<SqliteConnection>>>,
    options: SqliteConnectOptions,
    /// How long one queues.
    patience: Duration,
}

impl Writer {
    /// Opens the file.
    pub(super) async fn open(
        options: SqliteConnectOptions,
        patience: Duration,
    ) -> Result<Self, StoreError> {
        let connection = options.connect().await?;
        Ok(Self {
            connection: Arc::new(Mutex::new(Some(connection))),
            options,
            patience,
        })
    }

    /// Waits for the connection. Where a disk is full SQLite itself ends the transaction, and the
    /// connection believes for ever that it is in one: another is opened in its place.
    pub(super) async fn turn(&self) -> Result<MappedMutexGuard<'_, SqliteConnection>, StoreError> {
        let waited = timeout(self.patience, self.connection.lock()).await;
        let mut held = waited.map_err(|_| sqlx::Error::PoolTimedOut)?;
        if held.as_ref().is_none_or(Connection::is_in_transaction) {
            *held = None;
            *held = Some(self.options.connect().await?);
        }
        let connection = MutexGuard::try_map(held, Option::as_mut);
        Ok(connection.map_err(|_| sqlx::Error::PoolClosed)?)
    }

    /// Closes the connection in good order.
    pub(super) async fn end(&self) {
        let closed = match self.connection.lock().await.take() {
            Some(connection) => connection.close().await,
            None => Ok(()),
        };
        if let Err(error) = closed {
            tracing::warn!(error = ?error, "the database was not closed in good order");
        }
    }
}
