//! Answers that are lost, late or worth nothing. Against localstripe with the front's trouble and
//! its idempotency keys.

use std::time::Duration;

use kassa_server::domain::{
    CaptureMode, Finality, OperationKind, OperationOutcome, Outcome, ProcessorReference,
};
use kassa_server::processor::{Charge, Charged, NoAnswer, Processor, ProcessorError, Processors};
use kassa_wire::state::DeclineReason;

use super::{Rules, StripeBench, Trouble};
use crate::bench::{Bench, Card, PRICE, card_charge, euros, instruction, operate, paid, send};

const SOON: Duration = Duration::from_millis(500);

async fn impatient() -> StripeBench {
    StripeBench::that_waits(Rules::Stripe, SOON).await
}

/// Without Stripe's name for it, which only the lost answer held.
fn unheard(bench: &StripeBench, charge: &Charge) -> Charged {
    Charged {
        processor: bench.stripe.name(),
        attempt: charge.attempt.clone(),
        reference: None,
        since: bench.now(),
    }
}

#[tokio::test]
async fn a_charge_whose_answer_was_lost_is_found_and_sending_it_again_charges_nothing() {
    let bench = impatient().await;
    let charge = card_charge(&bench, Card::Good, CaptureMode::Automatic).await;
    bench.front.next(Trouble::LoseAnswer).await;
    assert_eq!(send(&bench, &charge).await, Err(ProcessorError::Unknown));
    let found = bench.stripe.look_up(&unheard(&bench, &charge)).await;
    let found = found.unwrap().unwrap();
    assert_eq!(found.outcome, Outcome::Captured);
    assert_eq!(send(&bench, &charge).await, Ok(found));
    assert_eq!(bench.front.charges(&charge.attempt.0).await, 1);
}

#[tokio::test]
async fn a_charge_that_never_came_is_not_found_and_is_charged_when_it_is_sent_again() {
    let bench = impatient().await;
    let charge = card_charge(&bench, Card::Good, CaptureMode::Automatic).await;
    bench.front.next(Trouble::Miss).await;
    assert_eq!(send(&bench, &charge).await, Err(ProcessorError::Unknown));
    let found = bench.stripe.look_up(&unheard(&bench, &charge)).await;
    assert_eq!(found, Ok(None));
    let answer = send(&bench, &charge).await.unwrap();
    assert_eq!(answer.outcome, Outcome::Captured);
    assert_eq!(bench.front.charges(&charge.attempt.0).await, 1);
}

#[tokio::test]
async fn an_attempt_sent_with_another_request_is_not_called_refused() {
    let bench = StripeBench::open().await;
    let charge = card_charge(&bench, Card::Good, CaptureMode::Automatic).await;
    assert_eq!(
        send(&bench, &charge).await.unwrap().outcome,
        Outcome::Captured
    );
    let other = Charge {
        amount: euros(PRICE + 1),
        ..charge.clone()
    };
    assert_eq!(send(&bench, &other).await, Err(ProcessorError::Unknown));
    assert_eq!(bench.front.charges(&charge.attempt.0).await, 1);
}

#[tokio::test]
async fn a_token_that_was_used_charges_nothing_a_second_time() {
    let bench = StripeBench::open().await;
    let charge = card_charge(&bench, Card::Good, CaptureMode::Automatic).await;
    let first = send(&bench, &charge).await.unwrap();
    assert_eq!(first.outcome, Outcome::Captured);
    let second = Charge {
        method: charge.method.clone(),
        ..card_charge(&bench, Card::Good, CaptureMode::Automatic).await
    };
    let answer = send(&bench, &second).await.unwrap();
    let nothing = Outcome::Declined(DeclineReason::NotProcessed);
    assert_eq!(answer.outcome, nothing);
    assert_eq!(bench.front.charges(&second.attempt.0).await, 0);
}

#[tokio::test]
async fn what_became_of_another_accounts_charge_is_not_known() {
    let bench = StripeBench::with(Rules::Address).await;
    let charge = card_charge(&bench, Card::Good, CaptureMode::Manual).await;
    let charged = Charged {
        reference: Some(ProcessorReference("pi_of_another_account".to_owned())),
        ..unheard(&bench, &charge)
    };
    let found = bench.stripe.look_up(&charged).await;
    assert_eq!(found, Err(ProcessorError::Unknown));
    let capture = OperationKind::Capture(Finality::Final);
    for kind in [capture, OperationKind::Void, OperationKind::Refund] {
        let asked = instruction(&charged, kind, PRICE);
        let done = bench.stripe.operate(&asked).await;
        assert_eq!(done, Err(NoAnswer), "{kind:?}");
        let found = bench.stripe.look_up_operation(&asked).await;
        assert_eq!(found, Err(NoAnswer), "{kind:?}");
    }
}

#[tokio::test]
async fn trouble_at_stripe_is_never_called_a_refusal() {
    let bench = StripeBench::open().await;
    for status in [401, 402, 403, 409, 424, 429, 500, 502, 503] {
        let charge = card_charge(&bench, Card::Good, CaptureMode::Automatic).await;
        bench.front.next(Trouble::Fail(status)).await;
        let answer = send(&bench, &charge).await;
        assert_eq!(answer, Err(ProcessorError::Unknown), "{status}");
    }
    let charged = paid(&bench, CaptureMode::Automatic).await;
    for status in [401, 409, 429, 500] {
        bench.front.next(Trouble::Fail(status)).await;
        let refund = instruction(&charged, OperationKind::Refund, 1);
        assert_eq!(
            bench.stripe.operate(&refund).await,
            Err(NoAnswer),
            "{status}"
        );
    }
}

#[tokio::test]
async fn a_refund_whose_answer_was_lost_is_found_and_is_not_done_twice() {
    let bench = impatient().await;
    let charged = paid(&bench, CaptureMode::Automatic).await;
    let refund = instruction(&charged, OperationKind::Refund, PRICE);
    bench.front.next(Trouble::LoseAnswer).await;
    assert_eq!(bench.stripe.operate(&refund).await, Err(NoAnswer));
    let found = bench.stripe.look_up_operation(&refund).await;
    assert_eq!(found, Ok(Some(OperationOutcome::Finished)));
    assert_eq!(operate(&bench, &refund).await, OperationOutcome::Finished);
}

#[tokio::test]
async fn a_capture_whose_answer_was_lost_is_found() {
    let bench = impatient().await;
    let charged = paid(&bench, CaptureMode::Manual).await;
    let capture = instruction(&charged, OperationKind::Capture(Finality::Final), PRICE);
    bench.front.next(Trouble::LoseAnswer).await;
    assert_eq!(bench.stripe.operate(&capture).await, Err(NoAnswer));
    let found = bench.stripe.look_up_operation(&capture).await;
    assert_eq!(found, Ok(Some(OperationOutcome::Finished)));
}

#[tokio::test]
async fn a_reservation_that_was_let_go_is_still_what_the_bank_said_yes_to() {
    let bench = StripeBench::open().await;
    let charged = paid(&bench, CaptureMode::Manual).await;
    let void = instruction(&charged, OperationKind::Void, PRICE);
    assert_eq!(operate(&bench, &void).await, OperationOutcome::Finished);
    let found = bench.stripe.look_up(&charged).await.unwrap().unwrap();
    assert_eq!(found.outcome, Outcome::Authorized);
}

#[tokio::test]
async fn every_request_says_for_which_version_it_is_written_and_what_it_is_done_once_by() {
    let bench = StripeBench::open().await;
    let charged = paid(&bench, CaptureMode::Automatic).await;
    let refund = instruction(&charged, OperationKind::Refund, 1);
    operate(&bench, &refund).await;
    let asked = bench.front.asked().await;
    let by_us: Vec<_> = asked
        .iter()
        .filter(|asked| asked.path != "/v1/payment_methods")
        .collect();
    assert!(
        by_us
            .iter()
            .all(|it| it.headers["stripe-version"] == "2024-06-20")
    );
    let keys: Vec<_> = by_us
        .iter()
        .map(|it| it.headers["idempotency-key"].to_str().unwrap())
        .collect();
    assert_eq!(keys, [charged.attempt.0.as_str(), refund.id.0.as_str()]);
    assert_eq!(by_us[0].form["metadata[kassa_attempt]"], charged.attempt.0);
}

#[tokio::test]
async fn whoever_took_a_payment_settles_it_after_the_operator_chose_another() {
    let bench = StripeBench::open().await;
    let charged = paid(&bench, CaptureMode::Automatic).await;
    let sandbox = crate::sandbox::SandboxBench::open().await;
    let before: std::sync::Arc<dyn Processor> = std::sync::Arc::new(bench.stripe.clone());
    let chosen = std::sync::Arc::new(sandbox.sandbox());
    let both = Processors::new(chosen.clone(), vec![before]);
    assert_eq!(both.name().0, "sandbox");
    let found = both.look_up(&charged).await.unwrap().unwrap();
    assert_eq!(found.outcome, Outcome::Captured);
    let refund = instruction(&charged, OperationKind::Refund, PRICE);
    assert_eq!(both.operate(&refund).await, Ok(OperationOutcome::Finished));
    // Where Stripe's keys are gone, nobody says that the charge is not known.
    let alone = Processors::new(chosen, Vec::new());
    assert_eq!(alone.look_up(&charged).await, Err(ProcessorError::Unknown));
    assert_eq!(alone.operate(&refund).await, Err(NoAnswer));
}
