//! The table, and bench/results.json.

use std::fs;

use serde_json::{Value, json};

use super::conditions::SLOW;
use super::keys::Typing;
use super::memory::Use;
use super::verdict::Verdict;
use super::verdicts::{Visits, spread, verdicts};
use super::{PageKind, Traffic, peers};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;
use crate::sizes::{Bound, Figure};

/// Everything that one bench found out.
#[derive(Debug)]
pub(crate) struct Results {
    /// The browser, as it names itself.
    pub(crate) browser: String,
    /// How often each page was loaded.
    pub(crate) rounds: usize,
    /// Whose checkouts were measured beside ours, by package and version.
    pub(crate) peers: [String; 2],
    /// Sizes.
    pub(crate) sizes: Vec<Figure>,
    /// Visits.
    pub(crate) visits: Visits,
    /// What went over the wire, by page.
    pub(crate) traffic: Vec<(PageKind, Traffic)>,
    /// Typing.
    pub(crate) keys: Vec<Typing>,
    /// Long use.
    pub(crate) used: Option<Use>,
}

impl Results {
    /// For people.
    pub(crate) fn print(&self) -> Result<(), Failure> {
        for figure in &self.sizes {
            say::result(&figure.to_string())?;
        }
        for verdict in self.verdicts() {
            say::result(&verdict.to_string())?;
        }
        self.print_pages()?;
        self.print_keys()?;
        self.used
            .as_ref()
            .map_or(Ok(()), |used| say::result(&used.to_string()))
    }

    /// All figures that have a bound, but those of size.
    fn verdicts(&self) -> Vec<Verdict> {
        let times = verdicts(&self.visits).into_iter();
        let keys = self.keys.iter().filter_map(Typing::verdict);
        let used = self.used.iter().flat_map(Use::verdicts);
        times.chain(keys).chain(used).collect()
    }

    fn print_keys(&self) -> Result<(), Failure> {
        if self.keys.is_empty() {
            return Ok(());
        }
        say::result(
            "\nfrom a key to its frame, ms                  p50      p90      p99     most   over 16 ms at 60 frames",
        )?;
        self.keys
            .iter()
            .try_for_each(|typing| say::result(&typing.line()))
    }

    fn print_pages(&self) -> Result<(), Failure> {
        if self.visits.is_empty() {
            return Ok(());
        }
        say::result(
            "\nfirst usable input, ms                  lower quartile   median   upper quartile   bytes until then",
        )?;
        for kind in PageKind::ALL {
            if let Some(it) = spread(&self.visits, kind, |sample| Some(sample.usable_ms)) {
                let bytes = self.sent(kind).map_or(0, |sent| sent.bytes_until_usable);
                say::result(&format!(
                    "{:<39} {:>14.0} {:>8.0} {:>16.0} {bytes:>18}",
                    kind.name(),
                    it.lower,
                    it.median,
                    it.upper
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
            "peers": { "packages": self.peers, "how": peers::HOW },
            "conditions": SLOW,
            "rounds": self.rounds,
            "sizes": self.sizes.iter().map(size).collect::<Vec<_>>(),
            "figures": self.verdicts(),
            "pages": PageKind::ALL.map(|kind| self.page(kind)),
            "keys": self.keys.iter().map(Typing::to_json).collect::<Vec<_>>(),
            "use": self.used.as_ref().map(Use::to_json),
        })
    }

    fn page(&self, kind: PageKind) -> Value {
        let of = |reading| spread(&self.visits, kind, reading);
        json!({
            "page": kind.name(),
            "present_ms": of(|it| Some(it.present_ms)),
            "visible_ms": of(|it| Some(it.visible_ms)),
            "usable_ms": of(|it| Some(it.usable_ms)),
            "hydrated_ms": of(|it| it.hydrated_ms),
            "blocked_ms": of(|it| Some(it.report.blocked_ms)),
            "layout_shift": of(|it| Some(it.report.shift)),
            "sent": self.sent(kind),
        })
    }

    fn sent(&self, kind: PageKind) -> Option<Traffic> {
        let found = self.traffic.iter().find(|(visited, _)| *visited == kind);
        found.map(|(_, traffic)| *traffic)
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
