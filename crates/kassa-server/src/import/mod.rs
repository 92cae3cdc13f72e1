//! `kassa-server import`: recipients and orders from a file, all of them or none.
//!
//! A row of a file says what a body of the API says, and is read by the same code. Knows files and
//! rows; must not know SQL. To add a kind of thing: a variant of [`What`], its columns, and how one
//! is read. To add a format: a file that makes rows.

mod arguments;
mod error;
mod row;
mod lines;
mod csv_rows;
mod json_rows;
mod things;
mod file;
mod run;

pub use arguments::{Format, ImportArgs, What};
pub use error::ImportError;
pub use file::{ImportFile, Said};
pub use run::import;
