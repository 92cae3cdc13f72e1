//! The Debian package: `cargo xtask package` makes it, and a step of the tests tries it.
//!
//! What is in it is said by `crates/kassa-server/Cargo.toml` and the folder `packaging`.

mod make;
mod tried;
mod installed;

pub(crate) use make::run;
pub(crate) use tried::tried;
