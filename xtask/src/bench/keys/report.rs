//! What typing showed.

use serde_json::{Value, json};

use super::Surface;
use crate::bench::statistics::percentile;
use crate::bench::verdict::Verdict;

/// One frame of a screen that shows sixty a second.
const FRAME_MS: f64 = 16.0;

/// The times of all keys on one surface, in milliseconds.
#[derive(Clone, Debug)]
pub(crate) struct Typing {
    /// Where.
    pub(crate) surface: Surface,
    /// Of each key, until the frame that shows it was drawn.
    pub(crate) drawn_ms: Vec<f64>,
    /// Of the keys of a second pass, at sixty frames a second, what the browser said of those that
    /// took 16 or more until the screen had them.
    pub(crate) shown_late_ms: Vec<f64>,
    /// How many keys that pass had.
    pub(crate) shown_keys: usize,
}

impl Typing {
    /// The figure with a bound; a plain field has none.
    pub(crate) fn verdict(&self) -> Option<Verdict> {
        let figure = match self.surface {
            Surface::Plain => return None,
            Surface::Information => "information: from a key to its frame, of a hundred the 99th",
            Surface::Card => "card number: from a key to its frame, of a hundred the 99th",
        };
        let value = percentile(self.drawn_ms.iter().copied(), 99)?;
        Some(Verdict::at_most(figure, value, "ms", FRAME_MS))
    }

    /// For programs.
    pub(crate) fn to_json(&self) -> Value {
        let at = |percent| percentile(self.drawn_ms.iter().copied(), percent);
        json!({
            "field": self.surface.name(),
            "keys": self.drawn_ms.len(),
            "drawn_ms": { "p50": at(50), "p90": at(90), "p99": at(99), "most": at(100) },
            "at_60_frames": {
                "keys": self.shown_keys,
                "over_16_ms": self.over(16.0),
                "over_24_ms": self.over(24.0),
                "over_32_ms": self.over(32.0),
            },
        })
    }

    /// For people.
    pub(crate) fn line(&self) -> String {
        let at = |percent| percentile(self.drawn_ms.iter().copied(), percent).unwrap_or_default();
        format!(
            "{:<39} {:>8.1} {:>8.1} {:>8.1} {:>8.1} {:>8} of {}",
            self.surface.name(),
            at(50),
            at(90),
            at(99),
            at(100),
            self.over(FRAME_MS),
            self.shown_keys
        )
    }

    fn over(&self, ms: f64) -> usize {
        self.shown_late_ms.iter().filter(|it| **it > ms).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typing(surface: Surface, slow: usize) -> Typing {
        let keys = (0..200).map(|key| if key < slow { 40.0 } else { 6.0 });
        Typing {
            surface,
            drawn_ms: keys.collect(),
            shown_late_ms: vec![16.0, 24.0],
            shown_keys: 200,
        }
    }

    #[test]
    fn three_keys_of_two_hundred_that_hang_are_over_the_bound_and_two_are_not() {
        assert!(typing(Surface::Card, 2).verdict().unwrap().within);
        assert!(!typing(Surface::Card, 3).verdict().unwrap().within);
        assert!(typing(Surface::Plain, 3).verdict().is_none());
    }

    #[test]
    fn sixteen_milliseconds_are_not_late() {
        assert_eq!(typing(Surface::Information, 0).over(FRAME_MS), 1);
    }
}
