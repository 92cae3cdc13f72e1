//! The promises.

use kassa_server::domain::{
    CaptureMode, CardTokenText, Finality, OperationKind, OperationOutcome as O, Outcome,
};
use kassa_server::processor::{ChargeMethod, ProcessorError};

use crate::bench::{Bench, Card, PRICE, card_charge, instruction, operate, paid, send};

const CAPTURE: OperationKind = OperationKind::Capture(Finality::More);
const LAST: OperationKind = OperationKind::Capture(Finality::Final);
const REFUND: OperationKind = OperationKind::Refund;

fn failed(outcome: O) -> bool {
    matches!(outcome, O::Failed(_))
}

pub(crate) async fn a_card_is_charged_once_however_often_it_is_sent<B: Bench>(bench: &B) {
    let charge = card_charge(bench, Card::Good, CaptureMode::Automatic).await;
    let first = send(bench, &charge).await.unwrap();
    assert_eq!(first.outcome, Outcome::Captured);
    assert_eq!(send(bench, &charge).await, Ok(first.clone()));
    let charged = kassa_server::processor::Charged {
        processor: bench.processor().name(),
        attempt: charge.attempt,
        reference: first.reference.clone(),
        since: bench.now(),
    };
    let found = bench.processor().look_up(&charged).await;
    assert_eq!(found, Ok(Some(first)));
    let refund = instruction(&charged, REFUND, PRICE);
    assert_eq!(operate(bench, &refund).await, O::Finished);
    let more = instruction(&charged, REFUND, 1);
    assert!(failed(operate(bench, &more).await), "it was charged twice");
}

pub(crate) async fn a_refused_card_is_a_decline_with_a_reason<B: Bench>(bench: &B) {
    let charge = card_charge(bench, Card::Refused, CaptureMode::Automatic).await;
    let first = send(bench, &charge).await.unwrap();
    assert!(matches!(first.outcome, Outcome::Declined(_)), "{first:?}");
    assert_eq!(send(bench, &charge).await.unwrap().outcome, first.outcome);
}

pub(crate) async fn a_token_that_nobody_gave_is_refused_for_certain<B: Bench>(bench: &B) {
    let mut charge = card_charge(bench, Card::Good, CaptureMode::Automatic).await;
    charge.method = ChargeMethod::Card(CardTokenText("pm_invented0000000000000".into()));
    assert_eq!(
        send(bench, &charge).await,
        Err(ProcessorError::InvalidToken)
    );
}

pub(crate) async fn an_attempt_that_never_came_is_unknown<B: Bench>(bench: &B) {
    let charge = card_charge(bench, Card::Good, CaptureMode::Automatic).await;
    let charged = kassa_server::processor::Charged {
        processor: bench.processor().name(),
        attempt: charge.attempt,
        reference: None,
        since: bench.now(),
    };
    assert_eq!(bench.processor().look_up(&charged).await, Ok(None));
}

pub(crate) async fn reserved_money_is_captured_in_full<B: Bench>(bench: &B) {
    let charged = paid(bench, CaptureMode::Manual).await;
    let found = bench.processor().look_up(&charged).await.unwrap().unwrap();
    assert_eq!(found.outcome, Outcome::Authorized);
    let early = instruction(&charged, REFUND, 1);
    assert!(
        failed(operate(bench, &early).await),
        "nothing was taken yet"
    );
    let capture = instruction(&charged, LAST, PRICE);
    assert_eq!(operate(bench, &capture).await, O::Finished);
    assert_eq!(operate(bench, &capture).await, O::Finished, "repeated");
    let found = bench.processor().look_up_operation(&capture).await;
    assert_eq!(found, Ok(Some(O::Finished)));
    let again = instruction(&charged, CAPTURE, 1);
    assert!(failed(operate(bench, &again).await), "captured twice");
}

pub(crate) async fn a_final_partial_capture_lets_the_rest_go<B: Bench>(bench: &B) {
    let charged = paid(bench, CaptureMode::Manual).await;
    let capture = instruction(&charged, LAST, 850);
    assert_eq!(operate(bench, &capture).await, O::Finished);
    let more = instruction(&charged, LAST, 1);
    assert!(failed(operate(bench, &more).await), "the rest was kept");
    let refund = instruction(&charged, REFUND, 851);
    assert!(failed(operate(bench, &refund).await), "returned too much");
    let refund = instruction(&charged, REFUND, 850);
    assert_eq!(operate(bench, &refund).await, O::Finished);
}

pub(crate) async fn reserved_money_is_let_go<B: Bench>(bench: &B) {
    let charged = paid(bench, CaptureMode::Manual).await;
    let void = instruction(&charged, OperationKind::Void, PRICE);
    assert_eq!(operate(bench, &void).await, O::Finished);
    assert_eq!(operate(bench, &void).await, O::Finished, "repeated");
    let found = bench.processor().look_up_operation(&void).await;
    assert_eq!(found, Ok(Some(O::Finished)));
}

pub(crate) async fn what_was_voided_is_not_captured<B: Bench>(bench: &B) {
    let charged = paid(bench, CaptureMode::Manual).await;
    let void = instruction(&charged, OperationKind::Void, PRICE);
    assert_eq!(operate(bench, &void).await, O::Finished);
    let capture = instruction(&charged, LAST, PRICE);
    assert!(failed(operate(bench, &capture).await));
}

pub(crate) async fn more_than_was_reserved_is_not_captured<B: Bench>(bench: &B) {
    let charged = paid(bench, CaptureMode::Manual).await;
    let capture = instruction(&charged, LAST, PRICE + 1);
    assert!(failed(operate(bench, &capture).await));
    assert!(failed(operate(bench, &capture).await), "repeated");
    let void = instruction(&charged, OperationKind::Void, PRICE);
    assert_eq!(operate(bench, &void).await, O::Finished, "still reserved");
}

pub(crate) async fn captured_money_is_returned_bit_by_bit<B: Bench>(bench: &B) {
    let charged = paid(bench, CaptureMode::Automatic).await;
    let first = instruction(&charged, REFUND, 850);
    assert_eq!(operate(bench, &first).await, O::Finished);
    assert_eq!(operate(bench, &first).await, O::Finished, "repeated");
    let found = bench.processor().look_up_operation(&first).await;
    assert_eq!(found, Ok(Some(O::Finished)));
    let second = instruction(&charged, REFUND, PRICE - 850);
    assert_eq!(operate(bench, &second).await, O::Finished);
    let third = instruction(&charged, REFUND, 1);
    assert!(failed(operate(bench, &third).await));
}

pub(crate) async fn more_than_was_captured_is_not_returned<B: Bench>(bench: &B) {
    let charged = paid(bench, CaptureMode::Automatic).await;
    let refund = instruction(&charged, REFUND, PRICE + 1);
    assert!(failed(operate(bench, &refund).await));
}

pub(crate) async fn refunds_at_once_never_exceed_what_was_captured<B: Bench>(bench: &B) {
    let charged = paid(bench, CaptureMode::Automatic).await;
    let refunds = [(); 3].map(|()| instruction(&charged, REFUND, 2_000));
    let (first, second, third) = tokio::join!(
        operate(bench, &refunds[0]),
        operate(bench, &refunds[1]),
        operate(bench, &refunds[2])
    );
    let finished = [first, second, third]
        .into_iter()
        .filter(|outcome| *outcome == O::Finished)
        .count();
    assert_eq!(finished, 2);
}

pub(crate) async fn an_operation_that_never_came_is_unknown<B: Bench>(bench: &B) {
    let charged = paid(bench, CaptureMode::Automatic).await;
    let refund = instruction(&charged, REFUND, 1);
    assert_eq!(bench.processor().look_up_operation(&refund).await, Ok(None));
    let charged = paid(bench, CaptureMode::Manual).await;
    for kind in [LAST, OperationKind::Void] {
        let never = instruction(&charged, kind, PRICE);
        let found = bench.processor().look_up_operation(&never).await;
        assert_eq!(found, Ok(None), "{kind:?}");
    }
}
