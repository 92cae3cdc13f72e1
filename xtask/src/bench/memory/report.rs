//! What use left behind, and its bounds.

use std::fmt;

use serde_json::{Value, json};

use super::Reading;
use crate::bench::verdict::Verdict;

/// More than this, and something is kept that nobody needs.
const LEAK: f64 = 1.2;

/// A payer's use of one page.
#[derive(Clone, Debug)]
pub(crate) struct Use {
    /// How long it was meant to take; none where it went as quickly as the browser took it.
    pub(crate) minutes: Option<u64>,
    /// How often the payer went through everything, after the first reading.
    pub(crate) rounds: u64,
    /// How many keys they pressed meanwhile.
    pub(crate) keys: u64,
    /// When everything had been needed once.
    pub(crate) before: Reading,
    /// At the end.
    pub(crate) after: Reading,
}

impl Use {
    /// The figures with their bounds.
    pub(crate) fn verdicts(&self) -> [Verdict; 3] {
        let grown = |of: fn(Reading) -> u64| ratio(of(self.after), of(self.before));
        let at_most = |figure, value| Verdict::at_most(figure, value, "×", LEAK);
        [
            at_most(
                "memory after half an hour of use, against its beginning",
                grown(Reading::bytes),
            ),
            at_most(
                "nodes after that, against its beginning",
                grown(|it| it.nodes),
            ),
            at_most(
                "listeners after that, against its beginning",
                grown(|it| it.listeners),
            ),
        ]
    }

    fn pace(&self) -> String {
        match self.minutes {
            Some(minutes) => format!("{minutes} minutes, in real time"),
            None => "as much as in 30 minutes, as quickly as the browser takes it".to_owned(),
        }
    }

    /// For programs.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "pace": self.pace(),
            "rounds": self.rounds,
            "keys": self.keys,
            "before": self.before,
            "after": self.after,
        })
    }
}

/// For people.
impl fmt::Display for Use {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = (self.before, self.after);
        writeln!(
            f,
            "\nuse: {}; {} keys in {} rounds",
            self.pace(),
            self.keys,
            self.rounds
        )?;
        let rows = [
            (
                "program's memory, bytes",
                before.program_bytes,
                after.program_bytes,
            ),
            (
                "scripts' objects, bytes",
                before.heap_bytes,
                after.heap_bytes,
            ),
            ("nodes", before.nodes, after.nodes),
            ("listeners", before.listeners, after.listeners),
        ];
        let lines = rows.map(|(what, before, after)| format!("{what:<39} {before:>9} {after:>9}"));
        f.write_str(&lines.join("\n"))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a ratio of what fits a browser's memory"
)]
fn ratio(after: u64, before: u64) -> f64 {
    after as f64 / before.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(program_bytes: u64, listeners: u64) -> Reading {
        Reading {
            program_bytes,
            heap_bytes: 1_000_000,
            nodes: 500,
            listeners,
        }
    }

    #[test]
    fn listeners_that_pile_up_are_over_the_bound_while_memory_is_not() {
        let used = Use {
            minutes: None,
            rounds: 60,
            keys: 6_000,
            before: reading(2_000_000, 30),
            after: reading(2_100_000, 90),
        };
        let within = used.verdicts().map(|it| it.within);
        assert_eq!(within, [true, true, false]);
    }
}
