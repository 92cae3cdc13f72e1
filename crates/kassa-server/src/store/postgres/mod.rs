//! The store in a PostgreSQL database, which any number of servers share.
//!
//! Every transaction that writes is serializable: it means what it would mean if it ran alone, as
//! it does on SQLite, and is run again where PostgreSQL finds that it did not. PostgreSQL 14 or
//! newer.

mod open;
mod held;
mod look;
mod dialect;
#[path = "../sql/mod.rs"]
mod sql;

pub(in crate::store) use look::look;
pub use open::PgStore;
pub(crate) use open::migrate_postgres;
