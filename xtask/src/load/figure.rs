//! One measured figure and its bound.

use std::fmt;

use serde::Serialize;

/// Which side of its bound a figure has to be on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Bound {
    /// Not more than this.
    AtMost(f64),
    /// Not less than this.
    AtLeast(f64),
}

/// One figure.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
    /// What it is.
    #[serde(rename = "figure")]
    pub(crate) name: &'static str,
    /// How much.
    pub(crate) value: f64,
    /// Of what: `%`, `×`, `MB`, `ms`.
    pub(crate) unit: &'static str,
    /// How much it should be.
    pub(crate) bound: Bound,
    /// What it was made of, for people.
    pub(crate) made_of: String,
}

impl Figure {
    /// Whether it is on the right side.
    pub(crate) fn is_within(&self) -> bool {
        match self.bound {
            Bound::AtMost(most) => self.value <= most,
            Bound::AtLeast(least) => self.value >= least,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, bound) = match self.bound {
            Bound::AtMost(most) => ("≤", most),
            Bound::AtLeast(least) => ("≥", least),
        };
        let note = if self.is_within() { "" } else { "  MISSED" };
        let Self {
            name,
            value,
            unit,
            made_of,
            ..
        } = self;
        write!(
            f,
            "{name:<58} {value:>8.1} {unit} ({sign} {bound}){note}\n    {made_of}"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_below_its_bound_is_missed_and_so_is_a_time_above_it() {
        let figure = |value, bound| Figure {
            name: "a",
            value,
            unit: "%",
            bound,
            made_of: String::new(),
        };
        assert!(!figure(7.9, Bound::AtLeast(8.0)).is_within());
        assert!(figure(8.0, Bound::AtLeast(8.0)).is_within());
        assert!(!figure(301.0, Bound::AtMost(300.0)).is_within());
    }
}
