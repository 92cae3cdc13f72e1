//! `cargo xtask test`: every test there is, one step after the other, stopping at the first that
//! fails.
//!
//! Must not know how anything works, only how to ask. To add a step: a file with a function, and a
//! line in `steps`.

mod options;
mod steps;
mod run;
mod format;
mod clippy;
mod dependencies;
mod documentation;
mod host;
mod random_requests;
mod chaos;
mod browser;
mod embed;
mod journeys;

pub(crate) use journeys::in_chromium as journeys_in_chromium;
pub(crate) use options::Options;
pub(crate) use run::run;
