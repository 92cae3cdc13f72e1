//! What follows from what: `step(state, event) -> (state, effects)`.
//!
//! PURE. No browser, no clock, no dice, no network, no language in here: the shell brings events
//! in (with a fresh key or today's month, where one is needed) and carries effects out. That is
//! why every path of a payment can be tried on the host in milliseconds.
//!
//! To add something that can happen: a variant in `event.rs`, a line in `step.rs`, a handler in
//! the file of its part of the journey. To add a screen: a variant in [`Stage`], a rule in
//! `stage_of.rs` and `arrival.rs`, and a component.

#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

pub mod form;
mod countries;
mod country;
mod drawn;
mod extras;
mod state;
mod event;
mod effect;
mod consequence;
mod opening;
mod stage_of;
mod step;
mod information;
mod payment;
mod consent;
mod calling_off;
mod arrival;
mod line;
mod looking;
mod seen;

pub use countries::name_countries;
pub use effect::{Effect, Place, Saying};
pub use event::{Event, Failure, Verdict};
pub use opening::{Early, asks_information, later_stage, open, open_at};
pub use seen::is_seen;
pub use state::{
    Attempt, Checkout, Choice, Consent, Draft, Extras, Form, Notice, Progress, Report, Screen,
    Stage, State, Wish,
};
pub use step::{begin, go_on, miss, step};

#[cfg(test)]
mod tests;
