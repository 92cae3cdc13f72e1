//! One measured size.

use std::fmt;

/// How a figure is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// More than this fails.
    AtMost(u64),
    /// Told only: the bound was meant for another way of building.
    Reported(u64),
}

/// One figure and its bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// What was measured.
    pub(crate) name: String,
    /// How much.
    pub(crate) value: u64,
    /// Of what: `bytes`, `requests`.
    pub(crate) unit: &'static str,
    /// How much it may be.
    pub(crate) bound: Bound,
}

impl Figure {
    /// Whether it fails.
    pub(crate) fn is_over(&self) -> bool {
        match self.bound {
            Bound::AtMost(most) => self.value > most,
            Bound::Reported(_) => false,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (most, note) = match self.bound {
            Bound::AtMost(most) if self.is_over() => (most, "  OVER"),
            Bound::AtMost(most) => (most, ""),
            Bound::Reported(most) => (most, "  (not judged: ready-made standard library)"),
        };
        write!(
            f,
            "{:<52} {:>7} of {most} {}{note}",
            self.name, self.value, self.unit
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_over_its_bound_fails_and_one_on_it_does_not() {
        let figure = |value, bound| Figure {
            name: "a".to_owned(),
            value,
            unit: "bytes",
            bound,
        };
        assert!(figure(11, Bound::AtMost(10)).is_over());
        assert!(!figure(10, Bound::AtMost(10)).is_over());
        assert!(!figure(11, Bound::Reported(10)).is_over());
    }
}
