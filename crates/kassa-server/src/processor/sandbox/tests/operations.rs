//! Captures, voids and refunds, and what amounts do to them.

use std::time::Duration;

use super::bench::{Bench, charge, charged};
use crate::domain::{
    CaptureMode, Finality, OperationFailure as Failure, OperationId, OperationKind,
    OperationOutcome as O,
};
use crate::processor::{ChargeMethod, Instruction, NoAnswer, Outcome, Processor};

const CAPTURE: OperationKind = OperationKind::Capture(Finality::More);

fn order(id: &str, kind: OperationKind, amount: i64) -> Instruction {
    Instruction {
        id: OperationId(id.to_owned()),
        charged: charged("1"),
        kind,
        amount: kassa_wire::Money {
            amount,
            currency: "EUR".parse().unwrap(),
        },
    }
}

async fn ask(bench: &Bench, order: &Instruction) -> Result<O, NoAnswer> {
    bench.sandbox.operate(order).await
}

async fn paid(mode: CaptureMode) -> Bench {
    let bench = Bench::new().await;
    let mut request = charge("1", bench.token("4242424242424242").await);
    request.capture = mode;
    bench.charge(&request).await.unwrap();
    bench
}

#[tokio::test]
async fn a_refund_ending_in_013_is_refused_by_the_bank() {
    let bench = paid(CaptureMode::Automatic).await;
    let refund = order("rf_1", OperationKind::Refund, 2_013);
    let refused = Ok(O::Failed(Failure::Refused));
    assert_eq!(ask(&bench, &refund).await, refused);
    assert_eq!(ask(&bench, &refund).await, refused, "asked again, it tells");
    let line = &bench.ledger().await[0];
    assert_eq!(
        (&line["state"], &line["refunded"]),
        (&"captured".into(), &0.into())
    );
    assert_eq!(line["operations"][0]["failure"], "refused");
}

#[tokio::test]
async fn a_refund_ending_in_059_takes_five_seconds() {
    let mut bench = paid(CaptureMode::Automatic).await;
    let refund = order("rf_1", OperationKind::Refund, 2_059);
    assert_eq!(ask(&bench, &refund).await, Ok(O::Pending));
    bench.pass(4);
    let found = bench.sandbox.look_up_operation(&refund).await;
    assert_eq!(found, Ok(Some(O::Pending)));
    bench.pass(1);
    let found = bench.sandbox.look_up_operation(&refund).await;
    assert_eq!(found, Ok(Some(O::Finished)));
    assert_eq!(
        bench.heard.try_recv(),
        Ok(crate::processor::Notice::Operation(refund.id))
    );
}

#[tokio::test]
async fn the_answer_of_a_refund_ending_in_019_is_lost_after_the_money_went_back() {
    let bench = paid(CaptureMode::Automatic).await;
    let refund = order("rf_1", OperationKind::Refund, 2_019);
    let lost = tokio::time::timeout(Duration::from_millis(300), ask(&bench, &refund)).await;
    assert!(lost.is_err(), "the answer has to be lost: {lost:?}");
    assert_eq!(ask(&bench, &refund).await, Ok(O::Finished));
    let line = &bench.ledger().await[0];
    assert_eq!(line["refunded"], 2_019);
    assert_eq!(line["operations"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_not_decided_counts_as_returned() {
    let bench = paid(CaptureMode::Automatic).await;
    let slow = order("rf_1", OperationKind::Refund, 400_059);
    assert_eq!(ask(&bench, &slow).await, Ok(O::Pending));
    let more = order("rf_2", OperationKind::Refund, 84_942);
    assert_eq!(ask(&bench, &more).await, Ok(O::Failed(Failure::TooMuch)));
}

#[tokio::test]
async fn a_card_that_asks_first_reserves_when_the_payer_approves() {
    let bench = Bench::new().await;
    let mut request = charge("1", bench.token("4000000000003220").await);
    request.capture = CaptureMode::Manual;
    let Ok(Outcome::RequiresAction(action)) = bench.charge(&request).await else {
        panic!("no challenge")
    };
    let form = "application/x-www-form-urlencoded";
    bench
        .send("POST", &action.url, form, "decision=approve")
        .await;
    assert_eq!(bench.look_up("1").await, Ok(Some(Outcome::Authorized)));
}

#[tokio::test]
async fn a_slow_card_reserves_after_five_seconds() {
    let bench = Bench::new().await;
    let mut request = charge("1", bench.token("4000000000000259").await);
    request.capture = CaptureMode::Manual;
    bench.charge(&request).await.unwrap();
    bench.pass(5);
    assert_eq!(bench.look_up("1").await, Ok(Some(Outcome::Authorized)));
}

#[tokio::test]
async fn a_transfer_is_never_only_reserved() {
    let bench = Bench::new().await;
    let mut request = charge("1", ChargeMethod::BankTransfer);
    request.capture = CaptureMode::Manual;
    bench.charge(&request).await.unwrap();
    bench.pass(60);
    assert_eq!(bench.look_up("1").await, Ok(Some(Outcome::Captured)));
}

#[tokio::test]
async fn the_ledger_tells_what_was_captured_and_voided() {
    let bench = paid(CaptureMode::Manual).await;
    assert_eq!(bench.ledger().await[0]["state"], "authorized");
    ask(&bench, &order("cp_1", CAPTURE, 100)).await.unwrap();
    let line = &bench.ledger().await[0];
    assert_eq!(line["state"], "partially_captured");
    assert_eq!(
        (&line["captured"], &line["amount"]),
        (&100.into(), &485_000.into())
    );
    let bench = paid(CaptureMode::Manual).await;
    ask(&bench, &order("vd_1", OperationKind::Void, 485_000))
        .await
        .unwrap();
    assert_eq!(bench.ledger().await[0]["state"], "voided");
}

#[tokio::test]
async fn what_was_done_before_a_crash_is_known_after_it() {
    let bench = paid(CaptureMode::Automatic).await;
    let refund = order("rf_1", OperationKind::Refund, 5);
    assert_eq!(ask(&bench, &refund).await, Ok(O::Finished));
    let bench = bench.killed_and_restarted().await;
    let found = bench.sandbox.look_up_operation(&refund).await;
    assert_eq!(found, Ok(Some(O::Finished)));
    assert_eq!(bench.look_up("1").await, Ok(Some(Outcome::Captured)));
}
