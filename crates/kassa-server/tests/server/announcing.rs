//! The payer announces a payment, and the merchant's server creates it.

use axum::body::Body;
use axum::http::{Method, Request};
use jiff::{SignedDuration, Timestamp};
use kassa_server::domain::Outcome;
use kassa_server::payments::{expire_sessions, reconcile};
use kassa_wire::state::DeclineReason;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{API_KEY, Answer, OTHER_API_KEY, Reply, TestApp, payer};

/// A confirmed session whose payment the merchant creates; its id.
async fn session(app: &TestApp) -> String {
    let body = json!({
        "recipient": "FWU", "order": "2026-04417", "payer": payer(),
        "payment_creation": "merchant",
    });
    let session = app.post_session(&body).await.ok();
    let id = session["id"].as_str().unwrap().to_owned();
    assert_eq!(session["payment_creation"], "merchant");
    let confirm_url = format!("https://pay.example/api/sessions/{id}/payment");
    assert_eq!(session["confirm_url"], confirm_url);
    app.put_payer(&id, 1, &json!({ "payer": payer() }))
        .await
        .ok();
    id
}

async fn create(app: &TestApp, session: &str) -> Answer {
    let path = format!("/api/sessions/{session}/payment");
    app.merchant_send(Method::POST, &path, &json!({})).await
}

async fn create_once(app: &TestApp, session: &str, key: &str) -> Answer {
    app.send(keyed(session, key)).await
}

fn keyed(session: &str, key: &str) -> Request<Body> {
    Request::post(format!("/api/sessions/{session}/payment"))
        .header("authorization", format!("Bearer {API_KEY}"))
        .header("idempotency-key", key)
        .body(Body::empty())
        .unwrap()
}

async fn read(app: &TestApp, session: &str) -> Value {
    app.merchant_get(&format!("/api/sessions/{session}"))
        .await
        .ok()
}

#[tokio::test]
async fn an_announced_payment_is_created_by_the_merchant_and_only_then_charged() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    let announced = app.pay(&id, "a").await.ok();
    assert_eq!(announced["state"], "paying");
    assert_eq!(announced["payment"]["state"], "created");
    let confirm_url = announced["payment"]["confirm_url"].as_str().unwrap();
    assert!(app.processor.asked().is_empty());

    let path = confirm_url.strip_prefix("https://pay.example").unwrap();
    let created = app.merchant_send(Method::POST, path, &json!({})).await;
    assert_eq!(created.status, 201);
    let payment = created.ok();
    assert_eq!(payment["state"], "captured");
    assert_eq!(payment["reference"], announced["payment"]["reference"]);
    let reference = payment["reference"].as_str().unwrap();
    assert_eq!(
        created.header("location"),
        format!("/api/payments/{reference}")
    );
    let paid = app.view(&id).await;
    assert_eq!(paid["state"], "complete");
    assert!(paid["payment"].get("confirm_url").is_none());
    assert_eq!(app.processor.captures(), 1);
    let story = [
        "session.created",
        "session.confirmed",
        "payment.announced",
        "payment.created",
        "payment.captured",
        "session.complete",
    ];
    assert_eq!(app.happened(&id).await, story);
}

#[tokio::test]
async fn the_announcement_tells_where_the_payment_is_created() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    app.pay(&id, "a").await.ok();
    let events = app.kassa.store.events(&id.parse().unwrap()).await.unwrap();
    let told = |kind: &str| {
        let event = events.iter().find(|event| event.kind.as_str() == kind);
        event.unwrap().data["payment"]["confirm_url"].clone()
    };
    let confirm_url = format!("https://pay.example/api/sessions/{id}/payment");
    assert_eq!(told("payment.announced"), confirm_url);
}

#[tokio::test]
async fn a_payment_is_created_once_whoever_asks() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    create(&app, &id)
        .await
        .is_problem(409, "payment_not_announced");
    app.pay(&id, "a").await.ok();
    let first = create_once(&app, &id, "one").await;
    assert_eq!(first.status, 201);
    let again = create_once(&app, &id, "one").await;
    assert_eq!(again.json(), first.json());
    create_once(&app, &id, "two")
        .await
        .is_problem(409, "payment_created");
    create(&app, &id).await.is_problem(409, "payment_created");
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn of_two_requests_at_once_one_creates_the_payment() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    app.pay(&id, "a").await.ok();
    let mut asks = JoinSet::new();
    for number in 0..8 {
        asks.spawn(app.router_call(keyed(&id, &format!("key-{number}"))));
    }
    let mut answers = Vec::new();
    while let Some(response) = asks.join_next().await {
        answers.push(Answer::read(response.unwrap()).await);
    }
    let created = answers.iter().filter(|answer| answer.status == 201);
    assert_eq!(created.count(), 1);
    for refused in answers.iter().filter(|answer| answer.status != 201) {
        refused.is_problem(409, "payment_created");
    }
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn an_automatic_payment_is_not_the_merchants_to_create() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    assert!(read(&app, &id).await.get("confirm_url").is_none());
    create(&app, &id)
        .await
        .is_problem(409, "payment_not_announced");
    app.pay(&id, "a").await.ok();
    create(&app, &id).await.is_problem(409, "payment_created");
    assert_eq!(app.processor.captures(), 1);
}

#[tokio::test]
async fn another_merchant_creates_nothing() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    app.pay(&id, "a").await.ok();
    let path = format!("/api/sessions/{id}/payment");
    app.send_with_key(OTHER_API_KEY, Method::POST, (&path, &json!({})))
        .await
        .is_problem(404, "session_not_found");
    assert!(app.processor.asked().is_empty());
}

#[tokio::test]
async fn a_refused_payment_is_announced_again_when_the_payer_tries_again() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    app.pay(&id, "a").await.ok();
    let refusal = Outcome::Declined(DeclineReason::InsufficientFunds);
    app.processor.next(Reply::Say(refusal));
    assert_eq!(create(&app, &id).await.ok()["state"], "declined");
    create(&app, &id)
        .await
        .is_problem(409, "payment_not_announced");
    let second = app.pay(&id, "b").await.ok();
    assert_eq!(second["payment"]["state"], "created");
    let payment = create(&app, &id).await.ok();
    assert_eq!(payment["state"], "captured");
    assert_eq!(payment["attempts"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_payment_that_nobody_creates_ends_with_its_session() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    app.pay(&id, "a").await.ok();
    app.clock.advance(SignedDuration::from_hours(1));
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    assert_eq!(read(&app, &id).await["state"], "paying");
    app.clock.advance(SignedDuration::from_hours(2));
    create(&app, &id).await.is_problem(409, "session_expired");
    reconcile(&app.kassa, Timestamp::MAX).await.unwrap();
    expire_sessions(&app.kassa).await.unwrap();
    assert_eq!(read(&app, &id).await["state"], "expired");
    assert!(app.processor.asked().is_empty());
}

#[tokio::test]
async fn a_merchant_may_call_off_what_was_only_announced() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    app.pay(&id, "a").await.ok();
    let path = format!("/api/sessions/{id}/cancel");
    let cancelled = app.merchant_send(Method::POST, &path, &json!({})).await;
    assert_eq!(cancelled.ok()["state"], "cancelled");
    create(&app, &id)
        .await
        .is_problem(409, "payment_not_announced");
    assert!(app.processor.asked().is_empty());
    let orders = app.merchant_get("/api/orders?query=2026-04417").await.ok();
    assert_eq!(orders["data"][0]["paid"], false);
}

#[tokio::test]
async fn a_server_killed_after_the_payment_was_created_charges_it_once() {
    let app = TestApp::new().await;
    let id = session(&app).await;
    app.pay(&id, "a").await.ok();
    // The merchant creates long after the announcement: the payment is not an old one.
    app.clock.advance(SignedDuration::from_mins(90));
    app.processor.next(Reply::Miss);
    let lost = create_once(&app, &id, "one").await.ok();
    assert_eq!(lost["state"], "processing");
    let restarted = app.killed_and_restarted().await;
    restarted.clock.advance(SignedDuration::from_mins(5));
    reconcile(&restarted.kassa, Timestamp::MAX).await.unwrap();
    assert_eq!(read(&restarted, &id).await["state"], "complete");
    assert_eq!(app.processor.captures(), 1);
}
