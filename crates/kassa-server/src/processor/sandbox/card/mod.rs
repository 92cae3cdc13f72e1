//! Cards: what is one, and how each of the test cards behaves.
//!
//! Numbers live here for as long as one request takes and go nowhere: not into the ledger, not
//! into a log, not into an error.

mod behaviour;
mod brand;
mod check;
mod number;

pub use behaviour::Behaviour;
pub use brand::Brand;
pub use check::{AcceptedCard, check_card};
