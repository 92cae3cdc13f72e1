//! Payment processors: one file, or one folder, for each. Knows one processor's dialect; must not
//! know our database.
//!
//! To add one: implement [`Processor`], show by its tests that an attempt is charged once whatever
//! happens, and name it in `server`.

mod contract;
pub mod sandbox;

pub use crate::domain::{Action, CardTokenText, Outcome};
pub use contract::{Charge, ChargeMethod, Offer, Processor, ProcessorError, ReturnUrl};
