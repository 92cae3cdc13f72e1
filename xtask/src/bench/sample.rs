//! What one visit to one page showed.

use serde::Deserialize;

/// One visit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    /// From the navigation's start until the first input was on the screen, in milliseconds.
    pub(crate) visible_ms: f64,
    /// Until what was typed into it was on the screen.
    pub(crate) usable_ms: f64,
    /// Until the program had taken over; none on pages without one.
    pub(crate) hydrated_ms: Option<f64>,
    /// The rest.
    pub(crate) report: Report,
}

/// What the page adds up itself.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Report {
    /// Layout shift, in the browser's own measure.
    pub(crate) shift: f64,
    /// How long the thread was held up: of every task, what went beyond 50 ms.
    #[serde(rename = "blocked")]
    pub(crate) blocked_ms: f64,
}
