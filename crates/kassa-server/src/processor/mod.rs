//! Payment processors: one file, or one folder, for each. Knows one processor's dialect; must not
//! know our database.
//!
//! To add one: implement [`Processor`], run `tests/processor` against it, and name it in `server`.

mod contract;
mod processors;
pub mod sandbox;
pub mod stripe;

pub use crate::domain::{Action, CardTokenText, Outcome, ProcessorName};
pub use contract::{
    Answer, Charge, ChargeMethod, Charged, Instruction, ManualCapture, NoAnswer, Notice, Offer,
    Processor, ProcessorError, ReturnUrl, Tokenizer, WebhookRefusal,
};
pub use processors::Processors;
