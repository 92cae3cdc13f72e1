//! `kassa-server copy`: moves everything from a SQLite file to PostgreSQL, for a merchant who
//! outgrew one file.
//!
//! Rows go over as they are, table by table, a few hundred in one transaction with a note of how
//! far it came: a copy that was interrupted goes on there. At the end both sides are counted, and
//! every row of both goes into a checksum for its table.
//!
//! Knows tables and columns, not what they mean. To add a table: a line in `tables`, after every
//! table that it refers to.

mod tables;
mod cell;
mod side;
mod source;
mod target;
mod error;
mod progress;
mod run;
mod bar;

pub use bar::Bar;
pub use error::CopyError;
pub use progress::{Progress, Silent};
pub use run::{Copied, copy};
