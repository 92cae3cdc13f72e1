//! The figures, from what was measured.

use serde::Serialize;

use self::Measure::{Against, Median};
use super::statistics::Spread;
use super::{PageKind, Sample};

const HOSTED: PageKind = PageKind::Hosted;
const FRAMED: PageKind = PageKind::ScriptTag;
const LOADER: PageKind = PageKind::LoaderAndStatic;

/// One figure of time, and its bound.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Verdict {
    /// What it is.
    pub(crate) figure: &'static str,
    /// How much.
    pub(crate) value: f64,
    /// Of what: `ms`, `×`, `shift`.
    pub(crate) unit: &'static str,
    /// How much it should be at the most.
    pub(crate) bound: f64,
    /// Whether it is.
    pub(crate) within: bool,
}

/// Every visit, by the page visited.
pub(crate) type Visits = Vec<(PageKind, Sample)>;

type Reading = fn(&Sample) -> Option<f64>;

/// The spread of one reading on one page.
pub(crate) fn spread(visits: &Visits, kind: PageKind, reading: Reading) -> Option<Spread> {
    let of_kind = visits.iter().filter(|(visited, _)| *visited == kind);
    Spread::of(of_kind.filter_map(|(_, sample)| reading(sample)))
}

/// How a figure comes from the visits.
enum Measure {
    /// How many times as long one page takes as the other, until it can be used.
    Against(PageKind),
    /// The median of a reading.
    Median(Reading),
}

/// A figure, the page it is measured on, how, in what, and its bound.
type Wanted = (&'static str, PageKind, Measure, &'static str, f64);

const WANTED: [Wanted; 7] = [
    (
        "hosted: first usable input against a static form",
        HOSTED,
        Against(PageKind::Static),
        "×",
        1.3,
    ),
    (
        "script tag: the same against a loader and that form",
        FRAMED,
        Against(LOADER),
        "×",
        1.3,
    ),
    (
        "hosted: hydrated",
        HOSTED,
        Median(|it| it.hydrated_ms),
        "ms",
        1500.0,
    ),
    (
        "hosted: main thread blocked",
        HOSTED,
        Median(|it| Some(it.report.blocked_ms)),
        "ms",
        50.0,
    ),
    (
        "script tag: main thread blocked",
        FRAMED,
        Median(|it| Some(it.report.blocked_ms)),
        "ms",
        50.0,
    ),
    (
        "hosted: layout shift",
        HOSTED,
        Median(|it| Some(it.report.shift)),
        "",
        0.0,
    ),
    (
        "script tag: layout shift",
        FRAMED,
        Median(|it| Some(it.report.shift)),
        "",
        0.0,
    ),
];

/// Every figure that could be measured.
pub(crate) fn verdicts(visits: &Visits) -> Vec<Verdict> {
    let judged = WANTED
        .iter()
        .filter_map(|(figure, kind, measure, unit, bound)| {
            let value = match measure {
                Against(theirs) => ratio(visits, *kind, *theirs)?,
                Median(reading) => median(visits, *kind, *reading)?,
            };
            Some(Verdict {
                figure,
                value,
                unit,
                bound: *bound,
                within: value <= *bound,
            })
        });
    judged.collect()
}

fn median(visits: &Visits, kind: PageKind, reading: Reading) -> Option<f64> {
    spread(visits, kind, reading).map(|spread| spread.median)
}

fn ratio(visits: &Visits, ours: PageKind, theirs: PageKind) -> Option<f64> {
    let usable: Reading = |it| Some(it.usable_ms);
    Some(median(visits, ours, usable)? / median(visits, theirs, usable)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::sample::Report;

    fn visit(kind: PageKind, usable_ms: f64) -> (PageKind, Sample) {
        let report = Report {
            shift: 0.0,
            blocked_ms: 60.0,
        };
        (
            kind,
            Sample {
                visible_ms: 1.0,
                usable_ms,
                hydrated_ms: kind.hydrates().then_some(900.0),
                report,
            },
        )
    }

    #[test]
    fn a_page_that_takes_half_again_as_long_is_over_its_bound() {
        let visits = vec![
            visit(PageKind::Static, 400.0),
            visit(PageKind::Hosted, 600.0),
        ];
        let judged = verdicts(&visits);
        let of = |figure: &str| judged.iter().find(|it| it.figure.contains(figure)).unwrap();
        assert!(!of("first usable").within);
        assert!(of("hydrated").within);
        assert!(!of("blocked").within);
        assert!(!judged.iter().any(|it| it.figure.starts_with("script tag")));
    }
}
