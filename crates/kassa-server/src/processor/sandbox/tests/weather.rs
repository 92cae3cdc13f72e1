//! A bad line between Kassa and the processor.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::time::timeout;

use super::bench::{Bench, attempt, charge};
use crate::processor::Processor;
use crate::processor::sandbox::BadLine;
use crate::processor::sandbox::weather::Fate;

#[test]
fn a_bad_day_can_be_had_again_and_has_every_kind_of_trouble() {
    let day = |seed| (0..200).map(move |nth| Fate::drawn(seed, nth));
    assert!(day(7).eq(day(7)));
    assert!(!day(7).eq(day(8)));
    for fate in [
        Fate::Clear,
        Fate::RequestLost,
        Fate::AnswerLost,
        Fate::Twice,
    ] {
        assert!(day(7).any(|drawn| drawn == fate), "{fate:?}");
    }
    assert!(day(7).any(|drawn| matches!(drawn, Fate::Late(wait) if wait > Duration::from_secs(1))));
}

#[tokio::test]
async fn a_card_is_charged_once_however_bad_the_line() {
    let bench = Bench::new().await;
    let line = BadLine::new(bench.sandbox.clone(), 7);
    let (mut unheard, mut charged) = (0, BTreeSet::new());
    for nth in 0..30 {
        let charge = charge(&nth.to_string(), bench.token("4242424242424242").await);
        while timeout(Duration::from_millis(100), line.charge(&charge))
            .await
            .is_err()
        {
            unheard += 1;
        }
        charged.insert(attempt(&nth.to_string()).0);
    }
    assert!(unheard > 5, "{unheard}");
    let ledger = bench.ledger().await;
    let lines = ledger.iter().map(|line| line["attempt"].as_str().unwrap());
    assert_eq!(ledger.len(), charged.len());
    assert_eq!(lines.map(str::to_owned).collect::<BTreeSet<_>>(), charged);
    assert!(ledger.iter().all(|line| line["captured"] == 485_000));
}
