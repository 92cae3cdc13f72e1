//! The demonstration: server and shop on a fresh database, until someone stops it.
//!
//! The tests of sizes and the bench play on the same [`Stage`]. Must not know what payers do on
//! it. To show one more thing: create it in `api`, tell of it in `announce`.

mod options;
mod ports;
mod process;
mod stage;
mod api;
mod announce;
mod serve;

pub(crate) use api::{Api, DemoSession};
pub(crate) use options::Options;
pub(crate) use ports::free_port;
pub(crate) use process::Process;
pub(crate) use serve::{run, runtime};
pub(crate) use stage::{Ports, Stage};
