//! What each test card does.

use std::time::Duration;

use kassa_wire::state::DeclineReason;
use kassa_wire::view::ActionKind;

use super::bench::{Bench, attempt, charge, text};
use crate::processor::{CardTokenText, ChargeMethod, Outcome, ProcessorError};

#[tokio::test]
async fn an_approved_card_is_charged_at_once() {
    let bench = Bench::new().await;
    let method = bench.token("4242 4242 4242 4242").await;
    let outcome = bench.charge(&charge("1", method)).await;
    assert_eq!(outcome, Ok(Outcome::Captured));
    let ledger = bench.ledger().await;
    assert_eq!(ledger.len(), 1);
    assert_eq!(ledger[0]["state"], "captured");
    assert_eq!(ledger[0]["amount"], 485_000);
    assert_eq!(ledger[0]["created_at"], "2026-11-20T12:00:00Z");
}

#[tokio::test]
async fn the_same_attempt_is_charged_once_however_often_it_is_sent() {
    let bench = Bench::new().await;
    let request = charge("1", bench.token("4242424242424242").await);
    let (first, second, third) = tokio::join!(
        bench.charge(&request),
        bench.charge(&request),
        bench.charge(&request)
    );
    assert_eq!(
        (first, second, third),
        (
            Ok(Outcome::Captured),
            Ok(Outcome::Captured),
            Ok(Outcome::Captured)
        )
    );
    assert_eq!(bench.ledger().await.len(), 1);
}

#[tokio::test]
async fn a_card_is_refused_for_its_reason() {
    let bench = Bench::new().await;
    for (number, reason) in [
        ("4000000000000002", DeclineReason::Declined),
        ("4000000000009995", DeclineReason::InsufficientFunds),
        ("4000000000000069", DeclineReason::ExpiredCard),
        ("4111111111111111", DeclineReason::Declined),
    ] {
        let request = charge(&number[8..], bench.token(number).await);
        assert_eq!(
            bench.charge(&request).await,
            Ok(Outcome::Declined(reason)),
            "{number}"
        );
    }
}

#[tokio::test]
async fn a_token_is_charged_by_one_attempt_only() {
    let bench = Bench::new().await;
    let method = bench.token("4242424242424242").await;
    assert_eq!(
        bench.charge(&charge("1", method.clone())).await,
        Ok(Outcome::Captured)
    );
    let again = bench.charge(&charge("2", method)).await;
    assert_eq!(again, Err(ProcessorError::InvalidToken));
    let invented = ChargeMethod::Card(CardTokenText("tok_invented".into()));
    let unknown = bench.charge(&charge("3", invented)).await;
    assert_eq!(unknown, Err(ProcessorError::InvalidToken));
    assert_eq!(bench.ledger().await.len(), 1);
}

#[tokio::test]
async fn a_slow_card_is_charged_after_five_seconds() {
    let mut bench = Bench::new().await;
    let request = charge("1", bench.token("4000000000000259").await);
    assert_eq!(bench.charge(&request).await, Ok(Outcome::Processing(None)));
    bench.pass(4);
    assert_eq!(
        bench.look_up("1").await,
        Ok(Some(Outcome::Processing(None)))
    );
    bench.pass(1);
    assert_eq!(bench.look_up("1").await, Ok(Some(Outcome::Captured)));
    assert_eq!(bench.heard.try_recv(), Ok(attempt("1").into()));
}

#[tokio::test]
async fn an_answer_is_lost_after_the_money_was_taken() {
    let bench = Bench::new().await;
    let request = charge("1", bench.token("4000000000000119").await);
    let answer = tokio::time::timeout(Duration::from_millis(300), bench.charge(&request)).await;
    assert!(answer.is_err(), "the answer has to be lost: {answer:?}");
    assert_eq!(bench.look_up("1").await, Ok(Some(Outcome::Captured)));
    assert_eq!(
        bench.charge(&request).await,
        Ok(Outcome::Captured),
        "asked again, it tells"
    );
    assert_eq!(bench.ledger().await.len(), 1);
}

#[tokio::test]
async fn a_challenge_has_a_page_that_nobody_can_guess() {
    let bench = Bench::new().await;
    let request = charge("1", bench.token("4000000000003220").await);
    let Ok(Outcome::RequiresAction(action)) = bench.charge(&request).await else {
        panic!("no challenge")
    };
    assert_eq!(action.kind, ActionKind::Challenge);
    assert!(!action.url.contains("att_"));
    assert_eq!(bench.get(&action.url).await.status(), 200);
}

#[tokio::test]
async fn an_attempt_that_never_came_is_unknown() {
    let bench = Bench::new().await;
    assert_eq!(bench.look_up("1").await, Ok(None));
}

#[tokio::test]
async fn a_wrong_card_is_told_field_by_field_and_never_repeated() {
    let bench = Bench::new().await;
    let card = r#"{"number":"4242424242424241","expiry_month":1,"expiry_year":2020,"security_code":"9876","holder":""}"#;
    let answer = bench
        .send("POST", "/sandbox/tokens", "application/json", card)
        .await;
    assert_eq!(answer.status(), 422);
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    let body = text(answer).await;
    assert!(!body.contains("4242") && !body.contains("9876"), "{body}");
    let problem: kassa_wire::problem::Problem = serde_json::from_str(&body).unwrap();
    let fields: Vec<_> = problem
        .errors
        .iter()
        .map(|error| error.field.as_str())
        .collect();
    assert_eq!(fields, ["number", "expiry_month", "holder"]);
}

#[tokio::test]
async fn what_is_no_card_is_refused() {
    let bench = Bench::new().await;
    for (kind, body, status) in [
        ("application/json", "{", 400),
        ("application/json", r#"{"number":4242424242424242}"#, 400),
        ("application/json", "\0", 400),
        ("text/plain", "{}", 415),
        ("application/json; charset=utf-8", "{}", 400),
    ] {
        let answer = bench.send("POST", "/sandbox/tokens", kind, body).await;
        assert_eq!(answer.status(), status, "{kind} {body}");
    }
    let large = "x".repeat(70_000);
    let answer = bench
        .send("POST", "/sandbox/tokens", "application/json", &large)
        .await;
    assert_eq!(answer.status(), 413);
}
