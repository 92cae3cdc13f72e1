//! The merchant's page locks a session while the merchant's server changes it.

use axum::body::Body;
use axum::http::{Method, Request};
use jiff::SignedDuration;
use serde_json::json;

use crate::support::{Answer, TestApp, payer};

async fn lock(app: &TestApp, id: &str) -> Answer {
    let request = Request::post(format!("/api/checkout/{id}/lock"));
    app.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_locked_session_is_not_paid_until_the_merchant_has_changed_it() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let before = app.view(&id).await;
    let locked = lock(&app, &id).await.ok();
    assert_eq!(locked["state"], "confirmed");
    assert_eq!(locked["locked"], true);
    assert!(locked["version"].as_u64() > before["version"].as_u64());
    app.pay(&id, "a").await.is_problem(409, "session_locked");
    let version = locked["version"].as_u64().unwrap();
    app.put_payer(&id, version, &json!({ "payer": payer() }))
        .await
        .is_problem(409, "session_locked");

    let change = json!({ "description": "Changed" });
    let path = format!("/api/sessions/{id}");
    app.merchant_send(Method::PATCH, &path, &change).await.ok();
    assert_eq!(app.view(&id).await["locked"], false);
    assert_eq!(app.pay(&id, "a").await.ok()["state"], "complete");
    let story = app.happened(&id).await;
    assert_eq!(story[2..4], ["session.locked", "session.updated"]);
}

#[tokio::test]
async fn a_lock_that_nobody_ends_ends_by_itself() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    lock(&app, &id).await.ok();
    app.clock.advance(SignedDuration::from_mins(5));
    assert_eq!(app.view(&id).await["locked"], false);
    assert_eq!(app.pay(&id, "a").await.ok()["state"], "complete");
    lock(&app, &id).await.is_problem(409, "session_complete");
}

#[tokio::test]
async fn a_change_that_changes_nothing_ends_a_lock_too() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    lock(&app, &id).await.ok();
    let path = format!("/api/sessions/{id}");
    app.merchant_send(Method::PATCH, &path, &json!({}))
        .await
        .ok();
    assert_eq!(app.view(&id).await["locked"], false);
}

#[tokio::test]
async fn what_is_being_paid_is_not_locked() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.processor.next(crate::support::Reply::Say(
        kassa_server::domain::Outcome::Processing(None),
    ));
    app.pay(&id, "a").await.ok();
    lock(&app, &id).await.is_problem(409, "payment_in_progress");
    app.leave_in_flight();
}
