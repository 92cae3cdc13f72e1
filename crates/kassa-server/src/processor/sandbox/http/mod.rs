//! The processor's own addresses, under `/sandbox/`. Parses, calls the ledger, answers.
//!
//! A page's address cannot be guessed, and holds nothing that is known elsewhere.

mod answer;
mod question;
mod challenge;
mod ledger;
mod style;
mod tokens;
mod transfers;
mod wallet;
mod routes;

pub use routes::routes;
pub(super) use routes::{CHALLENGE, TOKENS, WALLET};
