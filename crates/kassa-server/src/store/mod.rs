//! Rows and transactions. Knows SQL; must not know why anything happens.
//!
//! One method is one whole transaction. Every UPDATE of a state names the state that it expects,
//! and uniqueness, never a look-up before it, decides who is first.
//!
//! To add a store: implement [`Store`] in a folder of its own with its own migrations, and run
//! `tests/store` against it.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod contract;
mod words;
mod sqlite;

pub use contract::{
    Claim, Claimed, Fingerprint, InFlight, KeyHash, MerchantPayment, NewAccount, SessionChange,
    SettleAttempt, Store, StoreError, Swapped,
};
pub use sqlite::SqliteStore;
