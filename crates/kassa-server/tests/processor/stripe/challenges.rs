//! The payer's bank asks. Against localstripe, with redirects as Stripe documents them.

use std::collections::BTreeMap;

use axum::http::Method;
use jiff::SignedDuration;
use kassa_server::domain::{CaptureMode, Outcome};
use kassa_server::processor::{Answer, Charge, ChargeMethod, Charged, Processor};
use kassa_wire::state::DeclineReason;
use kassa_wire::view::ActionKind;

use super::StripeBench;
use super::bench::CHALLENGED;
use super::browser::{Browser, Decision};
use crate::bench::{Bench, Card, PRICE, card_charge, send};

async fn challenged(bench: &StripeBench) -> (Charged, String) {
    let charge = Charge {
        method: ChargeMethod::Card(bench.token_of(CHALLENGED).await),
        ..card_charge(bench, Card::Good, CaptureMode::Automatic).await
    };
    let answer = send(bench, &charge).await.unwrap();
    let Outcome::RequiresAction(action) = &answer.outcome else {
        panic!("no challenge: {answer:?}");
    };
    assert_eq!(action.kind, ActionKind::Redirect);
    let charged = Charged {
        processor: bench.stripe.name(),
        attempt: charge.attempt,
        reference: answer.reference,
        since: bench.now(),
    };
    (charged, action.url.clone())
}

async fn found(bench: &StripeBench, charged: &Charged) -> Outcome {
    let Answer { outcome, .. } = bench.stripe.look_up(charged).await.unwrap().unwrap();
    outcome
}

#[tokio::test]
async fn a_payer_who_passes_the_banks_challenge_has_paid() {
    let bench = StripeBench::open().await;
    let (charged, page) = challenged(&bench).await;
    let waiting = found(&bench, &charged).await;
    assert!(matches!(waiting, Outcome::RequiresAction(_)), "{waiting:?}");
    Browser::decides(&bench.front, &page, Decision::Passes).await;
    assert_eq!(found(&bench, &charged).await, Outcome::Captured);
}

#[tokio::test]
async fn a_payer_who_fails_the_banks_challenge_is_told_so() {
    let bench = StripeBench::open().await;
    let (charged, page) = challenged(&bench).await;
    Browser::decides(&bench.front, &page, Decision::Fails).await;
    let failed = Outcome::Declined(DeclineReason::ChallengeFailed);
    assert_eq!(found(&bench, &charged).await, failed);
}

#[tokio::test]
async fn a_challenge_that_nobody_comes_back_from_is_called_off_and_cannot_be_passed_later() {
    let bench = StripeBench::open().await;
    let (charged, page) = challenged(&bench).await;
    bench.clock.advance(SignedDuration::from_mins(31));
    let failed = Outcome::Declined(DeclineReason::ChallengeFailed);
    assert_eq!(found(&bench, &charged).await, failed);
    Browser::decides(&bench.front, &page, Decision::Passes).await;
    assert_eq!(found(&bench, &charged).await, failed);
}

#[tokio::test]
async fn a_charge_that_was_made_and_never_confirmed_is_called_off() {
    let bench = StripeBench::open().await;
    let charge = card_charge(&bench, Card::Good, CaptureMode::Automatic).await;
    let token = bench.token_of("4242424242424242").await.0;
    let half = [
        ("amount", PRICE.to_string()),
        ("currency", "eur".to_owned()),
        ("payment_method", token),
        ("metadata[kassa_attempt]", charge.attempt.0.clone()),
    ];
    let half = BTreeMap::from(half.map(|(name, value)| (name.to_owned(), value)));
    let path = "/v1/payment_intents";
    let (status, _) = bench.front.behind(Method::POST, path, &half).await;
    assert_eq!(status, 200);
    let charged = Charged {
        processor: bench.stripe.name(),
        attempt: charge.attempt,
        reference: None,
        since: bench.now(),
    };
    assert_eq!(found(&bench, &charged).await, Outcome::Processing(None));
    bench.clock.advance(SignedDuration::from_mins(31));
    let called_off = found(&bench, &charged).await;
    assert!(matches!(called_off, Outcome::Declined(_)), "{called_off:?}");
}

#[tokio::test]
async fn a_challenge_that_was_passed_late_is_paid_and_not_called_off() {
    let bench = StripeBench::open().await;
    let (charged, page) = challenged(&bench).await;
    Browser::decides(&bench.front, &page, Decision::Passes).await;
    bench.clock.advance(SignedDuration::from_mins(31));
    assert_eq!(found(&bench, &charged).await, Outcome::Captured);
}
