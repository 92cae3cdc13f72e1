//! `cargo xtask addresses`: the table from which the server knows how each country writes addresses.
//!
//! Derives `crates/kassa-server/src/words/addresses.txt` from data that others gather; the table is
//! kept in the repository, so that nobody needs the data to build. Must not know how forms are
//! made of it.
//!
//! To take newer data: another version in `tools/address_data.rs`, this task, and a look at the
//! difference.

mod country;
mod run;

pub(crate) use run::run;
