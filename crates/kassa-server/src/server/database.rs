//! Which database, and opening it.

use std::path::PathBuf;
use std::sync::Arc;

use super::DatabaseSettings;
use crate::store::{PgStore, SqliteStore, Store, StoreError};

/// Where everything is kept.
#[derive(Clone, Debug)]
pub(super) enum Database {
    /// In one file.
    File(PathBuf),
    /// In PostgreSQL.
    Server(super::Secret),
}

impl DatabaseSettings {
    /// Which of the two it is.
    pub(super) fn chosen(&self) -> Database {
        match &self.database_url {
            Some(url) => Database::Server(url.clone()),
            None => Database::File(self.database.clone()),
        }
    }
}

impl Database {
    /// Opens it and brings it up to date.
    pub(super) async fn open(&self) -> Result<Arc<dyn Store>, StoreError> {
        match self {
            Self::File(file) => Ok(Arc::new(SqliteStore::open(file).await?)),
            Self::Server(url) => Ok(Arc::new(PgStore::open(url.expose()).await?)),
        }
    }
}
