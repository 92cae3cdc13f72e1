//! A payer pays.

use kassa_server::domain::Outcome;
use kassa_server::payments::{reconcile_attempt, settle};
use kassa_server::processor::Action;
use kassa_wire::state::DeclineReason;
use kassa_wire::view::ActionKind;
use serde_json::json;

use crate::support::{Reply, TestApp, payer};

#[tokio::test]
async fn a_paid_order_is_paid_everywhere() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let view = app.pay(&id, "a").await.ok();
    assert_eq!(view["state"], "complete");
    assert_eq!(view["payment"]["state"], "captured");
    let reference = view["payment"]["reference"].as_str().unwrap();
    assert!(reference.starts_with("FWU"), "{reference}");

    let payment = app
        .merchant_get(&format!("/api/payments/{reference}"))
        .await
        .ok();
    assert_eq!(payment["state"], "captured");
    assert_eq!(payment["order"], "2026-04417");
    assert_eq!(payment["attempts"].as_array().unwrap().len(), 1);
    assert_eq!(payment["attempts"][0]["id"], app.only_attempt().0);
    let session = app.merchant_get(&format!("/api/sessions/{id}")).await.ok();
    assert_eq!(session["state"], "complete");
    assert_eq!(session["payment"], reference);
    let orders = app.merchant_get("/api/orders?query=2026-04417").await.ok();
    assert_eq!(orders["data"][0]["paid"], true);
    assert_eq!(app.processor.captures(), 1);
    let story = [
        "session.created",
        "session.confirmed",
        "payment.created",
        "payment.captured",
        "session.complete",
    ];
    assert_eq!(app.happened(&id).await, story);
}

#[tokio::test]
async fn a_refused_card_may_be_tried_again() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::Say(Outcome::Declined(
        DeclineReason::InsufficientFunds,
    )));
    let refused = app.pay(&id, "a").await.ok();
    assert_eq!(refused["state"], "confirmed");
    assert_eq!(refused["payment"]["state"], "declined");
    assert_eq!(refused["payment"]["decline"], "insufficient_funds");

    let paid = app.pay(&id, "b").await.ok();
    assert_eq!(paid["state"], "complete");
    assert_eq!(
        paid["payment"]["reference"],
        refused["payment"]["reference"]
    );
    let reference = paid["payment"]["reference"].as_str().unwrap();
    let payment = app
        .merchant_get(&format!("/api/payments/{reference}"))
        .await
        .ok();
    assert_eq!(payment["attempts"][0]["state"], "declined");
    assert_eq!(payment["attempts"][1]["state"], "captured");
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn a_challenge_is_followed_to_its_end() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let action = Action {
        kind: ActionKind::Challenge,
        url: "/sandbox/challenge/1".to_owned(),
    };
    app.processor
        .next(Reply::Say(Outcome::RequiresAction(action.clone())));
    let view = app.pay(&id, "a").await.ok();
    assert_eq!(view["state"], "paying");
    assert_eq!(view["payment"]["state"], "requires_action");
    assert_eq!(view["payment"]["action"]["url"], "/sandbox/challenge/1");

    let attempt = app.only_attempt();
    app.processor.becomes(&attempt, Outcome::Captured);
    reconcile_attempt(&app.kassa, &attempt).await.unwrap();
    let paid = app.view(&id).await;
    assert_eq!(paid["state"], "complete");
    assert!(paid["version"].as_u64() > view["version"].as_u64());
    assert_eq!(paid["payment"]["action"], json!(null));
    // The bank's page answers once more, late.
    settle(&app.kassa, &attempt, Outcome::RequiresAction(action))
        .await
        .unwrap();
    assert_eq!(app.view(&id).await, paid);
}

#[tokio::test]
async fn a_failed_challenge_is_a_refusal() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let action = Action {
        kind: ActionKind::Challenge,
        url: "/x".to_owned(),
    };
    app.processor
        .next(Reply::Say(Outcome::RequiresAction(action)));
    app.pay(&id, "a").await.ok();
    let attempt = app.only_attempt();
    let failed = Outcome::Declined(DeclineReason::ChallengeFailed);
    settle(&app.kassa, &attempt, failed).await.unwrap();
    let view = app.view(&id).await;
    assert_eq!(view["state"], "confirmed");
    assert_eq!(view["payment"]["decline"], "challenge_failed");
    app.pay(&id, "b").await.ok();
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn a_token_that_is_not_known_charges_nothing() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(Reply::RefuseToken);
    app.pay(&id, "a")
        .await
        .is_problem(422, "invalid_token")
        .blames("token", "unknown");
    assert_eq!(app.view(&id).await["state"], "confirmed");
    assert_eq!(app.processor.captures(), 0);
    assert_eq!(app.pay(&id, "b").await.ok()["state"], "complete");
}

#[tokio::test]
async fn a_method_that_is_not_offered_is_refused() {
    let app = TestApp::new().await;
    let body = json!({
        "recipient": "FWU", "order": "2026-04417", "payer": payer(), "capture": "manual"
    });
    let session = app.post_session(&body).await.ok();
    let id = session["id"].as_str().unwrap();
    app.put_payer(id, 1, &json!({ "payer": payer() }))
        .await
        .ok();
    // A wallet's money cannot be reserved first and taken later.
    let answer = app.pay_with(id, "a", &json!({ "method": "wallet" })).await;
    answer
        .is_problem(422, "method_not_offered")
        .blames("method", "unknown_option");
    assert!(app.processor.asked().is_empty());
}

#[tokio::test]
async fn nothing_is_paid_before_the_information_is_confirmed() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    app.pay(&id, "a")
        .await
        .is_problem(409, "payer_not_confirmed");
    assert!(app.processor.asked().is_empty());
    assert_eq!(app.view(&id).await["payment"], json!(null));
}
