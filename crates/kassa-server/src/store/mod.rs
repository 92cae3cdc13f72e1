//! Rows and transactions. Knows SQL; must not know why anything happens.
//!
//! One method is one whole transaction. Every UPDATE of a state names the state that it expects,
//! and uniqueness, never a look-up before it, decides who is first.
//!
//! There is one SQL text, in `sql`, compiled once for SQLite and once for PostgreSQL: see
//! `docs/adr/0008-one-sql-text-for-two-databases.md`.
//!
//! To add a method: say it in its topic's trait in `contract`, do it in the topic's `of_…` file in
//! `sql`, and promise it in `tests/store`, which runs on both databases.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod contract;
mod words;
mod failed;
mod repeats;
mod condition;
#[expect(
    clippy::duplicate_mod,
    reason = "one SQL text is compiled for two databases"
)]
mod sqlite;
mod postgres;
mod address;
mod look;

pub use address::{DatabaseAddress, InvalidAddress, open_store};
pub use contract::*;
pub use look::{Found, look};
pub use postgres::PgStore;
pub(crate) use postgres::migrate_postgres;
pub use sqlite::{BackupError, SqliteStore, backup_sqlite};
pub(crate) use words::payment_state as payment_state_word;
