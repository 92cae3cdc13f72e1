//! `cargo xtask chaos`: payers and merchants go about their business while servers are killed,
//! PostgreSQL is restarted, the line to the processor is bad, and webhook receivers fail.
//! Afterwards both sides' books have to agree, and nobody may be left waiting.
//!
//! It asks over HTTP as payers and merchants do; only [`database`] looks behind the servers' back.
//! What the actors decide is drawn from a printed seed. To add trouble: a line in `trouble`. To
//! add something that merchants do with a payment: a line in `moves`. To add a promise: a function
//! in `judge`, or in `judge_moves` where it is about captures, voids and refunds, with a test of
//! books that break it.

mod options;
mod dice;
mod record;
mod asker;
mod journey;
mod methods;
mod creating;
mod moves;
mod receiver;
mod cluster;
mod servers;
mod database;
mod ground;
mod trouble;
mod stuck;
mod books;
mod judge;
mod judge_moves;
#[cfg(test)]
mod kept_books;
mod report;
mod run;

pub(crate) use ground::Ground;
pub(crate) use options::{Options, StoreKind, Stores};
pub(crate) use run::run;
