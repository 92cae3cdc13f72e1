//! Running other programs: what they print is shown, how they end is never overlooked.
//!
//! Knows nothing about which programs there are; that is the business of `tools`, `build` and
//! `test`. To add a way of running one: a file with an `impl Program` of its own.

mod program;
mod find;

pub(crate) use find::in_path;
pub(crate) use program::Program;
