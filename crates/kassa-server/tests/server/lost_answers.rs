//! An unknown outcome is never called a refusal.

use jiff::{SignedDuration, Timestamp};
use kassa_server::domain::Outcome;
use kassa_server::payments::{follow_notices, reconcile};
use kassa_wire::state::DeclineReason;
use serde_json::json;

use crate::support::{Reply, TestApp};

#[tokio::test]
async fn an_answer_that_is_lost_is_processing_and_then_found() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Lose(Outcome::Captured));
    let view = app.pay(&id, "a").await.ok();
    // Either it is under way, or the processor was asked again already.
    assert!(
        view["state"] == "paying" || view["state"] == "complete",
        "{view}"
    );
    app.kassa.finish_charges().await;
    assert_eq!(app.view(&id).await["state"], "complete");
    assert_eq!(app.processor.captures(), 1);
    assert!(app.happened(&id).await.contains(&"payment.processing"));
}

#[tokio::test]
async fn a_charge_that_never_arrived_is_asked_for_again_under_the_same_id() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Miss);
    let view = app.pay(&id, "a").await.ok();
    assert_eq!(view["state"], "paying");
    assert_eq!(view["payment"]["state"], "processing");
    app.kassa.finish_charges().await;
    app.pay(&id, "b")
        .await
        .is_problem(409, "payment_in_progress");

    app.clock.advance(SignedDuration::from_mins(9));
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    assert_eq!(app.view(&id).await["state"], "complete");
    app.only_attempt();
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn a_charge_that_never_arrived_is_called_off_when_it_is_old() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Miss);
    app.pay(&id, "a").await.ok();
    app.kassa.finish_charges().await;
    app.clock.advance(SignedDuration::from_mins(11));
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    assert_eq!(
        app.view(&id).await["state"],
        "paying",
        "the last charge may still be on its way"
    );
    app.clock.advance(SignedDuration::from_mins(2));
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    let view = app.view(&id).await;
    assert_eq!(view["state"], "confirmed");
    assert_eq!(view["payment"]["decline"], "not_processed");
    assert_eq!(app.processor.captures(), 0);
    assert_eq!(app.processor.asked().len(), 1);
}

#[tokio::test]
async fn a_server_killed_between_charge_and_answer_finds_the_charge() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Wait(Outcome::Captured));
    let request = TestApp::payment_request(&id, &"a".repeat(16), &card());
    let dying = tokio::spawn(app.router_call(request));
    app.processor.heard().await;
    let restarted = app.killed_and_restarted().await;
    assert_eq!(restarted.view(&id).await["state"], "paying");
    reconcile(&restarted.kassa, Timestamp::MAX).await.unwrap();
    assert_eq!(restarted.view(&id).await["state"], "complete");
    // The old process was only very slow: its answer comes after all, and changes nothing.
    let settled = restarted.view(&id).await;
    app.processor.let_go();
    dying.await.unwrap();
    assert_eq!(restarted.view(&id).await, settled);
    assert_eq!(app.processor.captures(), 1);
    assert_eq!(
        app.happened(&id)
            .await
            .iter()
            .filter(|e| **e == "payment.captured")
            .count(),
        1
    );
}

#[tokio::test]
async fn a_server_killed_before_the_charge_charges_after_it_starts_again() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Panic);
    let answer = app.pay(&id, "a").await;
    answer.is_problem(500, "internal");
    assert_eq!(app.view(&id).await["state"], "paying");
    let restarted = app.killed_and_restarted().await;
    reconcile(&restarted.kassa, Timestamp::MAX).await.unwrap();
    assert_eq!(restarted.view(&id).await["state"], "complete");
    restarted.only_attempt();
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn a_payer_who_leaves_while_paying_has_paid_once() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Wait(Outcome::Captured));
    let request = TestApp::payment_request(&id, &"a".repeat(16), &card());
    let leaving = tokio::spawn(app.router_call(request));
    app.processor.heard().await;
    leaving.abort();
    assert!(leaving.await.unwrap_err().is_cancelled());
    app.processor.let_go();
    app.kassa.finish_charges().await;
    assert_eq!(app.view(&id).await["state"], "complete");
    assert_eq!(app.pay(&id, "a").await.ok()["state"], "complete");
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn a_card_is_forgotten_as_soon_as_the_outcome_is_known() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Miss);
    app.pay(&id, "a").await.ok();
    app.kassa.finish_charges().await;
    let attempt = app.only_attempt();
    let token = |app: &TestApp| {
        let (store, attempt) = (app.kassa.store.clone(), attempt.clone());
        async move {
            store
                .in_flight(&attempt)
                .await
                .unwrap()
                .unwrap()
                .attempt
                .token
        }
    };
    assert!(
        token(&app).await.is_some(),
        "the charge may have to be repeated"
    );
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    assert_eq!(token(&app).await, None);
}

#[tokio::test]
async fn a_bank_transfer_that_arrives_days_later_completes_an_unexpired_session() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Say(Outcome::Processing(None)));
    app.pay_with(&id, "a", &json!({ "method": "bank_transfer" }))
        .await
        .ok();
    app.clock.advance(SignedDuration::from_hours(72));
    assert_eq!(
        app.view(&id).await["state"],
        "paying",
        "what is paying never expires"
    );
    let attempt = app.only_attempt();
    app.processor.becomes(&attempt, Outcome::Captured);
    let (notices, heard) = tokio::sync::mpsc::unbounded_channel();
    notices.send(attempt.into()).unwrap();
    drop(notices);
    follow_notices(app.kassa.clone(), heard).await;
    assert_eq!(app.view(&id).await["state"], "complete");
}

#[tokio::test]
async fn a_refusal_after_the_sessions_time_ends_the_session() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Say(Outcome::Processing(None)));
    app.pay(&id, "a").await.ok();
    app.clock.advance(SignedDuration::from_hours(3));
    let attempt = app.only_attempt();
    app.processor
        .becomes(&attempt, Outcome::Declined(DeclineReason::Declined));
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    assert_eq!(app.view(&id).await["state"], "expired");
}

fn card() -> serde_json::Value {
    json!({ "method": "card", "token": "tok_1" })
}
