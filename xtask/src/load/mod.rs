//! `cargo xtask load`: how much one server carries, against what the same machine carries without
//! our work: ratios from one run.
//!
//! What is measured is asked over HTTP, as payers and merchants do; only what has to be there
//! before, orders and years of payments, is written into the database itself. To measure one more thing: a file that measures it, and a line in `run`.

mod options;
mod figure;
mod client;
mod ground;
mod rate;
mod pages;
mod commits;
mod payer;
mod payments;
mod memory;
mod streams;
mod start;
mod lists;
mod run;

pub(crate) use options::Options;
pub(crate) use run::run;
