//! A database's own errors, as every store tells of them.

use super::StoreError;

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(Box::new(error))
    }
}

impl From<sqlx::migrate::MigrateError> for StoreError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        Self::Database(Box::new(error))
    }
}

impl StoreError {
    /// What the database calls it: an SQLSTATE of PostgreSQL's, a result code of SQLite's.
    pub(super) fn code(&self) -> Option<String> {
        let Self::Database(source) = self else {
            return None;
        };
        let error = source.downcast_ref::<sqlx::Error>()?;
        let code = error.as_database_error()?.code()?;
        Some(code.into_owned())
    }
}
