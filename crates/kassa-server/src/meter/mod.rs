//! What is counted and measured, and by which names: the only room that knows them.
//!
//! Everything is written to the recorder of this process, which is none until the server starts
//! one. No label holds an id, a name or anything else that somebody sent: a number must not tell
//! who paid, and a label that anybody can invent would fill the memory. To add a number: a
//! function here, and its line in [`describe()`].

mod describe;
mod requests;
mod streams;
mod processors;
mod levels;

pub use describe::describe;
pub use levels::{set_attempts_in_flight, set_outbox, set_payments};
pub use processors::timed;
pub(crate) use requests::request_answered;
pub(crate) use streams::OpenStream;
