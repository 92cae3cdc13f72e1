//! Who hears how far a copy is.

use std::fmt;

/// Hears how far a copy is.
pub trait Progress: Send + fmt::Debug {
    /// A table begins: so many rows are there, and so many went over before.
    fn begin(&mut self, table: &str, rows: u64, before: u64);

    /// So many more rows of it went over, or were compared.
    fn advance(&mut self, rows: u64);
}

/// Hears nothing.
#[derive(Clone, Copy, Debug)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&mut self, _table: &str, _rows: u64, _before: u64) {}

    fn advance(&mut self, _rows: u64) {}
}
