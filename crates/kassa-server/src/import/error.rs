//! Why nothing was imported.

use std::io;

use crate::administer::AdministerError;
use crate::store::StoreError;

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error("{file} cannot be read")]
    File {
        /// Which.
        file: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Neither the name nor the command says how the file is written.
    #[error("{0} is neither .csv nor .jsonl; say which with --format")]
    Format(String),
    /// Rows that cannot be taken, a line each.
    #[error("{}\nNothing was imported.", .0.join("\n"))]
    Rows(Vec<String>),
    /// The account cannot be found.
    #[error(transparent)]
    Account(#[from] AdministerError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
