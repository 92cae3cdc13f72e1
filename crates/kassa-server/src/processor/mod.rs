//! Payment processors: one file, or one folder, for each. Knows one processor's dialect; must not
//! know our database.
//!
//! To add one: implement [`Processor`], run `tests/processor` against it, and name it in `server`.

mod contract;
pub mod sandbox;

pub use crate::domain::{Action, CardTokenText, Outcome};
pub use contract::{
    Answer, Charge, ChargeMethod, Charged, Instruction, ManualCapture, NoAnswer, Notice, Offer,
    Processor, ProcessorError, ReturnUrl, WebhookRefusal,
};
