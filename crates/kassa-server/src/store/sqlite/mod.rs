//! The store in one SQLite file.
//!
//! One connection writes, so that writers queue here and not on the file's lock; others read what
//! was last committed. Every commit is on the disk before it is answered.

mod open;
mod writer;
mod look;
mod backup;
mod dialect;
#[path = "../sql/mod.rs"]
mod sql;

pub use backup::{BackupError, backup_sqlite};
pub(in crate::store) use look::look;
pub use open::SqliteStore;
