//! Every state against everything that can happen to it, and histories that nobody thought of.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::unnecessary_wraps,
    reason = "an overflow would fail the test, and expected values read best as they are compared"
)]

mod session;
mod payment;
mod attempt;
mod funds;
mod operation;
mod histories;
mod invitation;
mod extras;
