//! The program as a process: its settings, its signals, what it prints.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../cluster/mod.rs"]
#[expect(dead_code, reason = "the store's tests need more of it")]
mod cluster;
mod program;
mod client;

mod administering;
mod backing_up;
mod checking;
mod choosing_stripe;
mod configuration;
mod copying;
mod documentation;
mod embedding;
mod ending;
mod faults;
mod importing;
mod mailing;
mod numbers;
mod printing;
mod three_servers;
