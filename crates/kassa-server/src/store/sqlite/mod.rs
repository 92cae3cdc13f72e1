//! The store in one SQLite file.
//!
//! One connection writes, so that writers queue here and not on the file's lock; others read what
//! was last committed. Every commit is on the disk before it is answered.

mod open;
mod columns;
mod accounts;
mod recipients;
mod orders;
mod sessions;
mod payments;
mod attempts;
mod checkout;
mod claim;
mod settle;
mod events;
mod store;

pub use open::SqliteStore;
