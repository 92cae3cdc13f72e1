//! The pieces of the payer's screen that change only when the session does: the server draws them
//! as HTML, and the program shows them as they are.
//!
//! They would be a twelfth of the program, and every payer would wait for it. What is drawn here has
//! no state of its own: no field, no error, nothing that waits. It works without a program, and what
//! only scripts can do (copying, printing) the page's own script does by `data-act`. The room knows
//! views and words; it must not know requests, SQL or processors.
//!
//! To draw one more piece: a file with a function, and a line in `draw.rs`.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod draw;
mod look;
mod order;
mod summary;
mod facts;
mod receipt;
mod transfer;
mod epc;
mod qr;
mod acting;
mod closed;

#[cfg(test)]
mod tests;

pub use draw::draw;
pub use look::Look;
