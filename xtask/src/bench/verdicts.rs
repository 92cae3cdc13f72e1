//! The figures of time until a payer can type, from what was measured.

use self::Measure::{Against, Median};
use super::statistics::Spread;
use super::verdict::Verdict;
use super::{PageKind, Sample};

const HOSTED: PageKind = PageKind::Hosted;
const FRAMED: PageKind = PageKind::ScriptTag;

/// Every visit, by the page visited.
pub(crate) type Visits = Vec<(PageKind, Sample)>;

type Reading = fn(&Sample) -> Option<f64>;

/// The spread of one reading on one page.
pub(crate) fn spread(visits: &Visits, kind: PageKind, reading: Reading) -> Option<Spread> {
    let of_kind = visits.iter().filter(|(visited, _)| *visited == kind);
    Spread::of(of_kind.filter_map(|(_, sample)| reading(sample)))
}

/// How a figure comes from the visits.
#[derive(Clone, Copy)]
enum Measure {
    /// How many times as long one page takes as the other, until it can be used.
    Against(PageKind),
    /// The median of a reading.
    Median(Reading),
}

/// A figure, the page it is measured on, how, and its bound: `×` for a comparison.
type Wanted = (&'static str, PageKind, Measure, f64);

/// Until the first input can be used, against the same way to a plain form.
const WAYS: [Wanted; 7] = [
    (
        "hosted: first usable input against a static form",
        HOSTED,
        Against(PageKind::Static),
        1.2,
    ),
    (
        "script tag: the same against a loader and that form",
        FRAMED,
        Against(PageKind::LoaderAndStatic),
        1.2,
    ),
    (
        "bundled script: against that loader and form",
        PageKind::Bundled,
        Against(PageKind::LoaderAndStatic),
        1.2,
    ),
    (
        "bare frame: against a frame with that form",
        PageKind::BareFrame,
        Against(PageKind::StaticFrame),
        1.2,
    ),
    (
        "overlay, from the press: against a dialog with that form",
        PageKind::Overlay,
        Against(PageKind::StaticDialog),
        1.2,
    ),
    (
        "popup, from the press: against a window with that form",
        PageKind::Popup,
        Against(PageKind::StaticWindow),
        1.2,
    ),
    (
        "redirect, from the press: against a link to that form",
        PageKind::Redirect,
        Against(PageKind::StaticLink),
        1.2,
    ),
];

/// Until the first input can be used, against others'.
const PEERS: [Wanted; 2] = [
    (
        "hosted: first usable input against adyen-web's",
        HOSTED,
        Against(PageKind::Adyen),
        0.5,
    ),
    (
        "script tag: first usable input against adyen-web's",
        FRAMED,
        Against(PageKind::Adyen),
        0.5,
    ),
];

const QUIET: [Wanted; 5] = [
    (
        "hosted: hydrated",
        HOSTED,
        Median(|it| it.hydrated_ms),
        1500.0,
    ),
    (
        "hosted: main thread blocked",
        HOSTED,
        Median(|it| Some(it.report.blocked_ms)),
        50.0,
    ),
    (
        "script tag: main thread blocked",
        FRAMED,
        Median(|it| Some(it.report.blocked_ms)),
        50.0,
    ),
    (
        "hosted: layout shift",
        HOSTED,
        Median(|it| Some(it.report.shift)),
        0.0,
    ),
    (
        "script tag: layout shift",
        FRAMED,
        Median(|it| Some(it.report.shift)),
        0.0,
    ),
];

/// Every figure that could be measured.
pub(crate) fn verdicts(visits: &Visits) -> Vec<Verdict> {
    let wanted = WAYS.iter().chain(&PEERS).chain(&QUIET);
    wanted
        .filter_map(|(figure, kind, measure, bound)| {
            let value = match measure {
                Against(theirs) => ratio(visits, *kind, *theirs)?,
                Median(reading) => median(visits, *kind, *reading)?,
            };
            Some(Verdict::at_most(
                figure,
                value,
                unit(*measure, *bound),
                *bound,
            ))
        })
        .collect()
}

/// A shift is the one figure that has to be nothing, and has no unit.
fn unit(measure: Measure, bound: f64) -> &'static str {
    match measure {
        Against(_) => "×",
        Median(_) if bound > 0.0 => "ms",
        Median(_) => "",
    }
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
        let sample = Sample {
            present_ms: 1.0,
            visible_ms: 1.0,
            usable_ms,
            hydrated_ms: kind.hydrates().then_some(900.0),
            report,
        };
        (kind, sample)
    }

    fn find<'a>(judged: &'a [Verdict], figure: &str) -> &'a Verdict {
        judged.iter().find(|it| it.figure.contains(figure)).unwrap()
    }

    #[test]
    fn a_page_that_takes_a_quarter_longer_is_over_its_bound() {
        let visits = vec![
            visit(PageKind::Static, 400.0),
            visit(PageKind::Hosted, 500.0),
        ];
        let judged = verdicts(&visits);
        assert!(!find(&judged, "first usable").within);
        assert!(find(&judged, "hydrated").within);
        assert!(!find(&judged, "blocked").within);
        assert!(!judged.iter().any(|it| it.figure.starts_with("script tag")));
    }

    #[test]
    fn a_payer_waits_less_than_half_as_long_as_elsewhere_or_it_is_told() {
        let visits = vec![
            visit(PageKind::Hosted, 700.0),
            visit(PageKind::ScriptTag, 800.0),
            visit(PageKind::Adyen, 1500.0),
        ];
        let judged = verdicts(&visits);
        assert!(find(&judged, "hosted: first usable input against adyen").within);
        assert!(!find(&judged, "script tag: first usable input against adyen").within);
    }
}
