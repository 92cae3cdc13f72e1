//! Why a store did not do it.

/// Why a store did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed or does not answer.
    #[error("the database did not answer")]
    Database(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// What was to be added is there already, or another account's.
    #[error("a row of {table} with this id is there already")]
    Taken {
        /// Which table.
        table: &'static str,
    },
    /// A row holds what no version of this program writes.
    #[error("a row of {table} cannot be read: {column}")]
    Unreadable {
        /// Whose row.
        table: &'static str,
        /// Which of its columns.
        column: &'static str,
    },
}
