//! A payer's fields that cannot be taken.

use axum::http::HeaderValue;
use serde_json::{Value, json};

use crate::support::TestApp;

#[tokio::test]
async fn a_payment_that_is_malformed_charges_nothing() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let refused = |body: Value, field: &'static str, code: &'static str| {
        let (app, id) = (&app, &id);
        async move {
            let answer = app.pay_with(id, "a", &body).await;
            answer.is_problem(422, "invalid_field").blames(field, code);
        }
    };
    refused(json!({}), "method", "required").await;
    refused(json!({ "method": "cash" }), "method", "unknown_option").await;
    refused(json!({ "method": 1 }), "method", "wrong_type").await;
    refused(json!({ "method": "card" }), "token", "required").await;
    refused(
        json!({ "method": "card", "token": 1 }),
        "token",
        "wrong_type",
    )
    .await;
    refused(
        json!({ "method": "card", "token": "a b" }),
        "token",
        "invalid",
    )
    .await;
    nothing_was_charged(&app, &id).await;
}

#[tokio::test]
async fn a_payment_without_a_proper_key_charges_nothing() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let body = json!({ "method": "card", "token": "t" });
    let longest = "x".repeat(65);
    for key in [
        "",
        "short",
        "with space 1234567",
        &longest,
        "ключключключключ",
    ] {
        let mut request = TestApp::payment_request(&id, "0123456789abcdef", &body);
        let key = HeaderValue::from_bytes(key.as_bytes()).unwrap();
        request.headers_mut().insert("idempotency-key", key);
        let answer = app.send(request).await;
        answer.is_problem(400, "idempotency_key_required");
    }
    let mut request = TestApp::payment_request(&id, "0123456789abcdef", &body);
    request.headers_mut().remove("idempotency-key");
    let answer = app.send(request).await;
    answer.is_problem(400, "idempotency_key_required");
    nothing_was_charged(&app, &id).await;
}

async fn nothing_was_charged(app: &TestApp, id: &str) {
    assert!(app.processor.asked().is_empty());
    assert_eq!(app.view(id).await["state"], "confirmed");
}

#[tokio::test]
async fn a_payers_form_of_wrong_types_names_the_fields() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let answer = app
        .put_payer(&id, 1, &json!({ "payer": { "email": 1, "city": [] } }))
        .await;
    answer.is_problem(422, "invalid_field");
    answer
        .blames("payer.email", "wrong_type")
        .blames("payer.city", "wrong_type");
    app.put_payer(&id, 1, &json!({}))
        .await
        .is_problem(422, "invalid_field")
        .blames("payer", "required");
    let answer = app.put_payer(&id, 1, &json!({ "payer": "x" })).await;
    answer
        .is_problem(422, "invalid_field")
        .blames("payer", "wrong_type");
}
