//! Captures, voids and refunds: done once, whatever becomes of the answer.

use jiff::{SignedDuration, Timestamp};
use kassa_server::domain::{
    Finality, MoneyRefusal, OperationFailure, OperationOutcome as O, OperationState, Outcome,
    PaymentState,
};
use kassa_server::payments::{
    Operate, OperateError, Wanted, operate, reconcile, reconcile_operation,
};
use kassa_server::store::{MerchantPayment, MoneyMove};
use kassa_wire::{AccountId, Money, PaymentReference};
use serde_json::json;

use crate::support::{LookUp, OperationReply, Reply, TestApp, payer};

const PRICE: i64 = 485_000;

fn euros(amount: i64) -> Money {
    Money {
        amount,
        currency: "EUR".parse().unwrap(),
    }
}

fn refund(amount: i64) -> Wanted {
    Wanted::Refund {
        amount: Some(euros(amount)),
        reason: Some("too large".to_owned()),
    }
}

fn capture(amount: i64, finality: Finality) -> Wanted {
    Wanted::Capture {
        amount: Some(euros(amount)),
        finality,
    }
}

/// A payment of a merchant, and what the merchant does with it.
struct Merchant<'a> {
    app: &'a TestApp,
    session: String,
    payment: PaymentReference,
}

fn account() -> AccountId {
    "acc_0000000000000001".parse().unwrap()
}

impl<'a> Merchant<'a> {
    /// Who was paid at once.
    async fn paid(app: &'a TestApp) -> Self {
        Self::of(app, "automatic", Outcome::Captured).await
    }

    /// Whose money is reserved.
    async fn authorized(app: &'a TestApp) -> Self {
        Self::of(app, "manual", Outcome::Authorized).await
    }

    async fn of(app: &'a TestApp, capture: &str, outcome: Outcome) -> Self {
        let body = json!({
            "recipient": "FWU", "order": "2026-04417", "payer": payer(), "capture": capture
        });
        let session = app.post_session(&body).await.ok();
        let session = session["id"].as_str().unwrap().to_owned();
        app.put_payer(&session, 1, &json!({ "payer": payer() }))
            .await
            .ok();
        app.processor.next(Reply::Say(outcome));
        let view = app.pay(&session, "a").await.ok();
        assert_eq!(view["state"], "complete");
        app.processor.heard().await;
        let reference = view["payment"]["reference"].as_str().unwrap();
        Self {
            app,
            session,
            payment: reference.parse().unwrap(),
        }
    }

    fn request(&self, wanted: Wanted) -> Operate {
        Operate {
            account: account(),
            payment: self.payment.clone(),
            wanted,
        }
    }

    async fn asks(&self, wanted: Wanted) -> Result<MoneyMove, OperateError> {
        operate(&self.app.kassa, self.request(wanted)).await
    }

    async fn known(&self) -> MerchantPayment {
        let store = &self.app.kassa.store;
        let found = store.merchant_payment(&account(), &self.payment).await;
        found.unwrap().unwrap()
    }

    async fn state(&self) -> PaymentState {
        self.known().await.payment.state
    }

    async fn happened(&self, kind: &str) -> usize {
        let all = self.app.happened(&self.session).await;
        all.iter().filter(|happened| **happened == kind).count()
    }
}

#[tokio::test]
async fn a_payment_is_refunded_bit_by_bit_up_to_what_was_captured() {
    let app = TestApp::new().await;
    let merchant = Merchant::paid(&app).await;
    let first = merchant.asks(refund(85_000)).await.unwrap();
    assert_eq!(first.operation.state, OperationState::Finished);
    assert!(first.operation.id.0.starts_with("rf_"));
    assert_eq!(merchant.state().await, PaymentState::PartiallyRefunded);
    let too_much = merchant.asks(refund(400_001)).await;
    let left = MoneyRefusal::TooMuch { left: 400_000 };
    assert!(matches!(too_much, Err(OperateError::Refused(why)) if why == left));
    let rest = Wanted::Refund {
        amount: None,
        reason: None,
    };
    merchant.asks(rest).await.unwrap();
    assert_eq!(merchant.state().await, PaymentState::Refunded);
    assert_eq!(app.processor.refunded(), PRICE);
    assert_eq!(merchant.happened("refund.initiated").await, 2);
    assert_eq!(merchant.happened("refund.finished").await, 2);
}

#[tokio::test]
async fn refunds_at_once_never_exceed_what_was_captured() {
    let app = TestApp::new().await;
    let merchant = Merchant::paid(&app).await;
    let tasks: Vec<_> = (0..5)
        .map(|_| {
            let (kassa, request) = (app.kassa.clone(), merchant.request(refund(200_000)));
            tokio::spawn(async move { operate(&kassa, request).await })
        })
        .collect();
    let mut finished = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(_) => finished += 1,
            Err(OperateError::Refused(MoneyRefusal::TooMuch { .. })) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!(finished, 2);
    assert_eq!(app.processor.refunded(), 400_000);
    assert_eq!(app.processor.instructions().len(), 2, "nobody else asked");
}

#[tokio::test]
async fn a_refund_whose_answer_is_lost_is_initiated_and_then_found() {
    let app = TestApp::new().await;
    let merchant = Merchant::paid(&app).await;
    let lost = OperationReply::Lose(O::Finished);
    app.processor.next_operation(lost);
    app.processor.look_ups_are(LookUp::Failed);
    let begun = merchant.asks(refund(1)).await.unwrap();
    assert_eq!(begun.operation.state, OperationState::Initiated);
    app.kassa.finish_charges().await;
    assert_eq!(merchant.state().await, PaymentState::Captured);
    let all = merchant.asks(refund(PRICE)).await;
    assert!(
        matches!(all, Err(OperateError::Refused(_))),
        "what is not decided counts as returned"
    );
    app.processor.look_ups_are(LookUp::Answered);
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    assert_eq!(merchant.state().await, PaymentState::PartiallyRefunded);
    assert_eq!(app.processor.refunded(), 1);
    assert_eq!(merchant.happened("refund.finished").await, 1);
}

#[tokio::test]
async fn a_refund_that_the_processor_never_heard_of_is_asked_for_again_under_its_id() {
    let app = TestApp::new().await;
    let merchant = Merchant::paid(&app).await;
    app.processor.next_operation(OperationReply::Miss);
    let begun = merchant.asks(refund(1)).await.unwrap();
    app.kassa.finish_charges().await;
    app.clock.advance(SignedDuration::from_hours(11));
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    let id = begun.operation.id;
    assert_eq!(app.processor.instructions(), [id.clone(), id]);
    assert_eq!(app.processor.refunded(), 1);
    assert_eq!(merchant.state().await, PaymentState::PartiallyRefunded);
}

#[tokio::test]
async fn a_refund_that_never_arrived_has_failed_when_it_is_old() {
    let app = TestApp::new().await;
    let merchant = Merchant::paid(&app).await;
    app.processor.next_operation(OperationReply::Miss);
    let begun = merchant.asks(refund(PRICE)).await.unwrap();
    app.kassa.finish_charges().await;
    app.clock.advance(SignedDuration::from_hours(13));
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    let found = app.kassa.store.operation(&begun.operation.id).await;
    let failed = OperationState::Failed(OperationFailure::NotProcessed);
    assert_eq!(found.unwrap().unwrap().operation.state, failed);
    assert_eq!(merchant.state().await, PaymentState::Captured);
    merchant.asks(refund(PRICE)).await.unwrap();
    assert_eq!(app.processor.refunded(), PRICE);
}

#[tokio::test]
async fn a_refund_that_the_bank_refuses_leaves_the_money_captured() {
    let app = TestApp::new().await;
    let merchant = Merchant::paid(&app).await;
    let refused = O::Failed(OperationFailure::Refused);
    app.processor.next_operation(OperationReply::Say(refused));
    let done = merchant.asks(refund(1)).await.unwrap();
    let failed = OperationState::Failed(OperationFailure::Refused);
    assert_eq!(done.operation.state, failed);
    assert_eq!(merchant.state().await, PaymentState::Captured);
    assert_eq!(merchant.happened("refund.failed").await, 1);
    merchant.asks(refund(PRICE)).await.unwrap();
}

#[tokio::test]
async fn a_refund_that_is_decided_later_is_heard_of() {
    let app = TestApp::new().await;
    let merchant = Merchant::paid(&app).await;
    app.processor
        .next_operation(OperationReply::Say(O::Pending));
    let begun = merchant.asks(refund(PRICE)).await.unwrap();
    assert_eq!(begun.operation.state, OperationState::Initiated);
    app.processor.decides(&begun.operation.id, O::Finished);
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    assert_eq!(merchant.state().await, PaymentState::Refunded);
}

#[tokio::test]
async fn a_refund_that_the_payers_bank_sends_back_is_the_merchants_money_again() {
    let app = TestApp::new().await;
    let merchant = Merchant::paid(&app).await;
    merchant.asks(refund(1)).await.unwrap();
    let rest = merchant.asks(refund(PRICE - 1)).await.unwrap();
    assert_eq!(merchant.state().await, PaymentState::Refunded);
    let sent_back = O::Failed(OperationFailure::Refused);
    app.processor.decides(&rest.operation.id, sent_back);
    for _ in 0..2 {
        reconcile_operation(&app.kassa, &rest.operation.id)
            .await
            .unwrap();
    }
    let known = merchant.known().await.payment;
    assert_eq!(known.state, PaymentState::PartiallyRefunded);
    assert_eq!(known.refundable(), PRICE - 1);
    assert_eq!(merchant.happened("refund.failed").await, 1);
    assert_eq!(merchant.happened("payment.contradicted").await, 0);
    merchant.asks(refund(PRICE - 1)).await.unwrap();
    assert_eq!(merchant.state().await, PaymentState::Refunded);
}

#[tokio::test]
async fn a_server_killed_while_it_refunds_refunds_once() {
    let app = TestApp::new().await;
    let merchant = Merchant::paid(&app).await;
    app.processor
        .next_operation(OperationReply::Wait(O::Finished));
    let (kassa, request) = (app.kassa.clone(), merchant.request(refund(PRICE)));
    let dying = tokio::spawn(async move { operate(&kassa, request).await });
    app.processor.heard().await;
    let restarted = app.killed_and_restarted().await;
    reconcile(&restarted.kassa, Timestamp::MAX).await.unwrap();
    assert_eq!(merchant.state().await, PaymentState::Refunded);
    // The old process was only very slow: its answer comes after all, and changes nothing.
    app.processor.let_go();
    dying.await.unwrap().unwrap();
    assert_eq!(merchant.happened("refund.finished").await, 1);
    assert_eq!(app.processor.refunded(), PRICE);
}

#[tokio::test]
async fn reserved_money_is_captured_bit_by_bit() {
    let app = TestApp::new().await;
    let merchant = Merchant::authorized(&app).await;
    assert_eq!(merchant.state().await, PaymentState::Authorized);
    assert_eq!(merchant.happened("payment.authorized").await, 1);
    merchant
        .asks(capture(85_000, Finality::More))
        .await
        .unwrap();
    assert_eq!(merchant.state().await, PaymentState::PartiallyCaptured);
    assert_eq!(merchant.happened("payment.partially_captured").await, 1);
    let early = merchant.asks(refund(1)).await;
    assert!(matches!(
        early,
        Err(OperateError::Refused(MoneyRefusal::NotFinal))
    ));
    let rest = Wanted::Capture {
        amount: None,
        finality: Finality::More,
    };
    merchant.asks(rest).await.unwrap();
    assert_eq!(merchant.state().await, PaymentState::Captured);
    assert_eq!(merchant.happened("payment.captured").await, 1);
    merchant.asks(refund(PRICE)).await.unwrap();
    assert_eq!(merchant.state().await, PaymentState::Refunded);
}

#[tokio::test]
async fn a_capture_whose_answer_is_lost_is_not_done_beside_another() {
    let app = TestApp::new().await;
    let merchant = Merchant::authorized(&app).await;
    app.processor
        .next_operation(OperationReply::Lose(O::Finished));
    app.processor.look_ups_are(LookUp::Failed);
    merchant
        .asks(capture(85_000, Finality::Final))
        .await
        .unwrap();
    app.kassa.finish_charges().await;
    for wanted in [capture(1, Finality::More), Wanted::Void] {
        let second = merchant.asks(wanted).await;
        assert!(matches!(
            second,
            Err(OperateError::Refused(MoneyRefusal::UnderWay))
        ));
    }
    app.processor.look_ups_are(LookUp::Answered);
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    let funds = merchant.known().await.payment.funds;
    assert_eq!((funds.captured, funds.capturing), (85_000, 0));
    assert_eq!(funds.finality, Finality::Final);
}

#[tokio::test]
async fn reserved_money_is_let_go_and_then_not_captured() {
    let app = TestApp::new().await;
    let merchant = Merchant::authorized(&app).await;
    app.processor
        .next_operation(OperationReply::Lose(O::Finished));
    merchant.asks(Wanted::Void).await.unwrap();
    app.kassa.finish_charges().await;
    assert_eq!(merchant.state().await, PaymentState::Voided);
    assert_eq!(merchant.happened("payment.voided").await, 1);
    let after = merchant.asks(capture(1, Finality::More)).await;
    assert!(matches!(after, Err(OperateError::Refused(_))));
}

#[tokio::test]
async fn nobody_moves_another_merchants_money() {
    let app = TestApp::new().await;
    let merchant = Merchant::paid(&app).await;
    let stranger = Operate {
        account: "acc_0000000000000002".parse().unwrap(),
        ..merchant.request(refund(1))
    };
    let refused = operate(&app.kassa, stranger).await;
    assert!(matches!(refused, Err(OperateError::NotFound)));
    assert!(app.processor.instructions().is_empty());
}
