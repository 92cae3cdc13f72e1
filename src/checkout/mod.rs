//! What follows from what: `step(state, event) -> (state, effects)`.
//!
//! PURE. No browser, no clock, no dice, no network, no language in here: the shell brings events
//! in and carries effects out.

pub mod form;
