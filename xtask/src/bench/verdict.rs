//! One figure and its bound.

use std::fmt;

use serde::Serialize;

/// One figure and its bound.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Verdict {
    /// What it is.
    pub(crate) figure: &'static str,
    /// How much.
    pub(crate) value: f64,
    /// Of what: `ms`, `×`; nothing for a shift, which has no unit.
    pub(crate) unit: &'static str,
    /// How much it should be at the most.
    pub(crate) bound: f64,
    /// Whether it is.
    pub(crate) within: bool,
}

impl Verdict {
    /// A figure that should not be more than its bound.
    pub(crate) fn at_most(
        figure: &'static str,
        value: f64,
        unit: &'static str,
        bound: f64,
    ) -> Self {
        Self {
            figure,
            value,
            unit,
            bound,
            within: value <= bound,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            figure,
            value,
            unit,
            bound,
            within,
        } = self;
        let note = if *within { "" } else { "  OVER" };
        let digits = match *unit {
            "ms" => 0,
            "×" => 2,
            _ => 4,
        };
        write!(f, "{figure:<57} {value:>7.digits$} of {bound} {unit}{note}")
    }
}
