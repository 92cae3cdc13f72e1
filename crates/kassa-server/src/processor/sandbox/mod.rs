//! The embedded processor for trying and testing: it behaves like one that is elsewhere.
//!
//! It has its own ledger in its own file, durable before it answers, so that tests can compare
//! what was charged with what Kassa believes. It has a tokenizer, a bank's challenge page, a
//! wallet's page and bank accounts to transfer to. It must not know Kassa's database, sessions or
//! use cases: it hears of a charge by the [`Processor`](super::Processor) trait and tells that
//! something moved by a channel of ids, as a webhook would.
//!
//! To add a test card: give it a [`card::Behaviour`] and a line in `card/number.rs`.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod bank;
pub mod card;
mod charge;
mod gateway;
mod http;
mod ledger;
mod operate;
mod pages;
mod weather;
mod worker;

pub use gateway::{Desk, Sandbox, SandboxSettings};
pub use http::routes;
pub use ledger::LedgerError;
pub use weather::BadLine;
pub use worker::run_worker;

/// Its name in the store.
pub const NAME: &str = "sandbox";

#[cfg(test)]
mod tests;
