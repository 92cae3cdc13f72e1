//! The pretend processor's own ledger: one `SQLite` file, durable before anything is answered.
//!
//! One method is one whole transaction. Every move of a charge names the state that it expects.

mod books;
mod charges;
mod moves;
mod open;
mod operations;
mod row;
mod state;
mod tokens;

pub(super) use books::Books;
pub(super) use charges::Recorded;
pub(super) use open::Ledger;
pub use open::LedgerError;
pub(super) use operations::{Operated, OperationRow, kind_text, state_text};
pub(super) use row::{ChargeRow, NewCharge};
pub(super) use state::{ChargeState, reason_text};
