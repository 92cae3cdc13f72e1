//! What one visit to one page showed.

use serde::{Deserialize, Serialize};

/// One visit. Times are in milliseconds from where the visit's [`Way`](super::Way) begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sample {
    /// Until the document had an input, which may have been hidden still.
    pub(crate) present_ms: f64,
    /// Until the first input was on the screen.
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

/// What went over the wire in one visit, as sent: compressed, with the headers of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Traffic {
    /// Bytes of the answers that were there before the first input could be used.
    pub(crate) bytes_until_usable: u64,
    /// How many answers that were.
    pub(crate) answers_until_usable: u64,
    /// Bytes until the page was quiet.
    pub(crate) bytes: u64,
    /// Answers until then.
    pub(crate) answers: u64,
}
