//! What has to be so for any bytes at all.
//!
//! Each function takes bytes and panics where a promise does not hold for them. The fuzz targets in
//! `fuzz/` call them with whatever libFuzzer thinks of; `tests/corpus` calls them with the corpus
//! and with mutations of it, on any Rust. Must not know who calls.
//!
//! To add a topic: a file with a `check_…` function here, a target in `fuzz/fuzz_targets` with a
//! line in `fuzz/Cargo.toml`, a corpus in `fuzz/corpus`, and a test in `tests/corpus`.

mod round;
mod money;
mod problem;
mod import;
mod signature;
mod wire;

pub use import::check_import;
pub use money::check_money;
pub use problem::check_problem;
pub use signature::check_signature;
pub use wire::{WIRE_TYPES, check_wire};
