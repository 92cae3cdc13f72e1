//! The table, and bench/results.json.

use std::fs;

use serde_json::{Value, json};

use super::PageKind;
use super::conditions::SLOW;
use super::verdicts::{Verdict, Visits, spread, verdicts};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;
use crate::sizes::{Bound, Figure};

/// Everything that one bench found out.
pub(crate) struct Results {
    /// The browser, as it names itself.
    pub(crate) browser: String,
    /// How often each page was loaded.
    pub(crate) rounds: usize,
    /// Sizes.
    pub(crate) sizes: Vec<Figure>,
    /// Visits.
    pub(crate) visits: Visits,
}

impl Results {
    /// For people.
    pub(crate) fn print(&self) -> Result<(), Failure> {
        for figure in &self.sizes {
            say::result(&figure.to_string())?;
        }
        for verdict in verdicts(&self.visits) {
            say::result(&line(&verdict))?;
        }
        say::result(
            "\nfirst usable input, ms              lower quartile   median   upper quartile",
        )?;
        for kind in PageKind::ALL {
            if let Some(it) = spread(&self.visits, kind, |sample| Some(sample.usable_ms)) {
                let row = (it.lower, it.median, it.upper);
                say::result(&format!(
                    "{:<35} {:>14.0} {:>8.0} {:>16.0}",
                    kind.name(),
                    row.0,
                    row.1,
                    row.2
                ))?;
            }
        }
        Ok(())
    }

    /// For programs: no date and no machine, so that only a difference makes a difference.
    pub(crate) fn write(&self, repo: &Repo) -> Result<(), Failure> {
        let told = |source| Failure::io("write bench/results.json", source);
        let text = format!("{:#}\n", self.to_json());
        fs::write(repo.path("bench/results.json"), text).map_err(told)
    }

    fn to_json(&self) -> Value {
        json!({
            "browser": self.browser,
            "conditions": SLOW,
            "rounds": self.rounds,
            "sizes": self.sizes.iter().map(size).collect::<Vec<_>>(),
            "times": verdicts(&self.visits),
            "pages": PageKind::ALL.map(|kind| self.page(kind)),
        })
    }

    fn page(&self, kind: PageKind) -> Value {
        let of = |reading| spread(&self.visits, kind, reading);
        json!({
            "page": kind.name(),
            "visible_ms": of(|it| Some(it.visible_ms)),
            "usable_ms": of(|it| Some(it.usable_ms)),
            "hydrated_ms": of(|it| it.hydrated_ms),
            "blocked_ms": of(|it| Some(it.report.blocked_ms)),
            "layout_shift": of(|it| Some(it.report.shift)),
        })
    }
}

fn size(figure: &Figure) -> Value {
    let (Bound::AtMost(bound) | Bound::Reported(bound)) = figure.bound;
    json!({
        "figure": figure.name,
        "value": figure.value,
        "unit": figure.unit,
        "bound": bound,
        "within": figure.value <= bound,
    })
}

fn line(verdict: &Verdict) -> String {
    let Verdict {
        figure,
        value,
        unit,
        bound,
        within,
    } = verdict;
    let note = if *within { "" } else { "  OVER" };
    let digits = match *unit {
        "ms" => 0,
        "×" => 2,
        _ => 4,
    };
    format!("{figure:<57} {value:>7.digits$} of {bound} {unit}{note}")
}
