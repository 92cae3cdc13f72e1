//! The pages through the server's own router, with its store and the sandbox.

mod bench;
mod choosing;
mod confirming;
mod paying;
mod reading;
