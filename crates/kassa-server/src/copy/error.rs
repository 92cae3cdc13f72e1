//! Why a copy was not made, or is not finished.

use crate::store::StoreError;

/// Why a copy was not made, or is not finished.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// Only this way is needed.
    #[error("a copy goes from sqlite:FILE to postgres://ADDRESS")]
    Direction,
    /// There is nothing to copy.
    #[error("there is no such SQLite file")]
    NoSource,
    /// The file is being written, by a server that runs for example.
    #[error("the SQLite file is in use: end the server that serves it, and copy again")]
    SourceBusy(#[source] sqlx::Error),
    /// The target has rows that no copy of this file wrote.
    #[error("the target has rows already, in {table}: a copy needs an empty database")]
    NotEmpty {
        /// Where.
        table: &'static str,
    },
    /// The target has an unfinished copy of another file.
    #[error("the target has an unfinished copy of another file, {source_file}")]
    OtherSource {
        /// Which.
        source_file: String,
    },
    /// Another process copies to the same target now.
    #[error("another copy to this target is under way")]
    AnotherCopy,
    /// The two sides are not the same: the file changed between two parts of the copy.
    #[error(
        "{table} is not the same on both sides: the file changed since the copy began. Make the \
         target empty, and copy again"
    )]
    Differs {
        /// Which table.
        table: &'static str,
    },
    /// A database failed.
    #[error("a database did not answer")]
    Database(#[from] sqlx::Error),
    /// The note of how far the copy came cannot be read.
    #[error("the target's note of how far the copy came cannot be read")]
    Note(#[from] serde_json::Error),
    /// A side cannot be brought up to date.
    #[error(transparent)]
    Store(#[from] StoreError),
}
