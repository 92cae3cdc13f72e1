//! Whether a change was written.

/// Whether a change was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Swapped {
    /// It was.
    Done,
    /// Somebody moved what was to be changed. Nothing was written; read again.
    Conflict,
}

impl Swapped {
    /// A change of one row was written if it met one row.
    pub(in crate::store) const fn if_one(rows: u64) -> Self {
        if rows == 1 {
            Self::Done
        } else {
            Self::Conflict
        }
    }
}

/// What a method that writes answers, and whether what it wrote is to last.
pub trait Lasting {
    /// `false` where nothing of the transaction may be kept.
    fn lasts(&self) -> bool {
        true
    }
}

impl Lasting for () {}

impl Lasting for Swapped {
    fn lasts(&self) -> bool {
        *self == Self::Done
    }
}
