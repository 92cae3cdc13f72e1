//! `cargo xtask fuzz`: our readers are fed by libFuzzer, with what nobody thought of.
//!
//! Knows where targets and their corpora lie; must not know what a target promises, which is the
//! business of `crates/kassa-fuzz`. To add a target: see there.

mod options;
mod targets;
mod run;

pub(crate) use options::Options;
pub(crate) use run::run;
