//! Captures, voids and refunds as the merchant's server asks for them, and lists of payments.

use axum::body::Body;
use axum::http::{Method, Request};
use kassa_server::domain::{OperationFailure, OperationOutcome, Outcome};
use serde_json::{Value, json};

use crate::support::{API_KEY, Answer, OTHER_API_KEY, OperationReply, Reply, TestApp, payer};

/// A payment of the Spanish university's first order: € 4,850.00.
async fn payment(app: &TestApp, capture: &str) -> String {
    let body = json!({
        "recipient": "FWU", "order": "2026-04417", "payer": payer(), "capture": capture
    });
    let session = app.post_session(&body).await.ok();
    let session = session["id"].as_str().unwrap().to_owned();
    app.put_payer(&session, 1, &json!({ "payer": payer() }))
        .await
        .ok();
    app.processor.next(Reply::Say(match capture {
        "manual" => Outcome::Authorized,
        _ => Outcome::Captured,
    }));
    let view = app.pay(&session, "a").await.ok();
    view["payment"]["reference"].as_str().unwrap().to_owned()
}

async fn post(app: &TestApp, path: &str, body: &Value) -> Answer {
    app.merchant_send(Method::POST, path, body).await
}

async fn post_once(app: &TestApp, key: &str, path: &str, body: &Value) -> Answer {
    let request = Request::post(path)
        .header("authorization", format!("Bearer {API_KEY}"))
        .header("content-type", "application/json")
        .header("idempotency-key", key);
    app.send(request.body(Body::from(body.to_string())).unwrap())
        .await
}

fn euros(amount: i64) -> Value {
    json!({ "amount": amount, "currency": "EUR" })
}

async fn read(app: &TestApp, payment: &str) -> Value {
    app.merchant_get(&format!("/api/payments/{payment}"))
        .await
        .ok()
}

#[tokio::test]
async fn a_reservation_is_taken_in_parts_and_the_rest_let_go() {
    let app = TestApp::new().await;
    let payment = payment(&app, "manual").await;
    let before = read(&app, &payment).await;
    assert_eq!(before["state"], "authorized");
    assert_eq!(before["capture"], "manual");
    assert_eq!(before["capturable"], euros(485_000));
    let path = format!("/api/payments/{payment}/capture");
    let part = post(&app, &path, &json!({ "amount": euros(100_000) })).await;
    assert_eq!(part.status, 201);
    let part = part.ok();
    assert_eq!(part["kind"], "capture");
    assert_eq!(part["state"], "finished");
    assert_eq!(part["final"], false);
    let early = post(
        &app,
        &format!("/api/payments/{payment}/refunds"),
        &json!({}),
    )
    .await;
    early.is_problem(409, "capture_not_final");
    let last = json!({ "amount": euros(50_000), "final": true });
    assert_eq!(post(&app, &path, &last).await.ok()["final"], true);
    let after = read(&app, &payment).await;
    assert_eq!(after["state"], "partially_captured");
    assert_eq!(after["captured"], euros(150_000));
    assert_eq!(after["capturable"], euros(0));
    assert_eq!(after["refundable"], euros(150_000));
    assert_eq!(after["operations"].as_array().unwrap().len(), 2);
    let more = post(&app, &path, &json!({})).await;
    more.is_problem(409, "payment_wrong_state");
}

#[tokio::test]
async fn a_reservation_is_let_go_whole_with_an_empty_request() {
    let app = TestApp::new().await;
    let payment = payment(&app, "manual").await;
    let request = Request::post(format!("/api/payments/{payment}/void"))
        .header("authorization", format!("Bearer {API_KEY}"));
    let void = app.send(request.body(Body::empty()).unwrap()).await.ok();
    assert_eq!(void["kind"], "void");
    assert_eq!(void["amount"], euros(485_000));
    assert_eq!(read(&app, &payment).await["state"], "voided");
}

#[tokio::test]
async fn a_refund_has_a_name_from_the_moment_it_is_initiated() {
    let app = TestApp::new().await;
    let payment = payment(&app, "automatic").await;
    let path = format!("/api/payments/{payment}/refunds");
    app.processor
        .next_operation(OperationReply::Say(OperationOutcome::Pending));
    let body = json!({ "amount": euros(85_000), "reason": "course called off" });
    let refund = post(&app, &path, &body).await.ok();
    assert_eq!(refund["state"], "initiated");
    assert_eq!(refund["reason"], "course called off");
    let id = refund["id"].as_str().unwrap();
    assert!(id.starts_with("rf_"), "{id}");
    let found = app.merchant_get(&format!("/api/refunds/{id}")).await.ok();
    assert_eq!(found, refund);
    let known = read(&app, &payment).await;
    assert_eq!(known["refunded"], euros(0));
    assert_eq!(
        known["refundable"],
        euros(400_000),
        "what is under way is spoken for"
    );
    let address = format!("/api/refunds/{id}");
    let others = app.get_with_key(&address, OTHER_API_KEY).await;
    others.is_problem(404, "refund_not_found");
    let wrong = app.merchant_get("/api/refunds/rf_'--").await;
    wrong.is_problem(404, "refund_not_found");
}

#[tokio::test]
async fn what_the_processor_refuses_is_told_and_leaves_the_money() {
    let app = TestApp::new().await;
    let payment = payment(&app, "automatic").await;
    let failed = OperationOutcome::Failed(OperationFailure::Refused);
    app.processor.next_operation(OperationReply::Say(failed));
    let path = format!("/api/payments/{payment}/refunds");
    let refund = post(&app, &path, &json!({})).await.ok();
    assert_eq!(refund["state"], "failed");
    assert_eq!(refund["failure"], "refused");
    assert_eq!(read(&app, &payment).await["refundable"], euros(485_000));
}

#[tokio::test]
async fn the_rest_of_what_is_being_returned_already_is_too_much() {
    let app = TestApp::new().await;
    let payment = payment(&app, "automatic").await;
    let path = format!("/api/payments/{payment}/refunds");
    app.processor
        .next_operation(OperationReply::Say(OperationOutcome::Pending));
    let all = post(&app, &path, &json!({})).await.ok();
    assert_eq!(all["state"], "initiated");
    let rest = post(&app, &path, &json!({})).await;
    rest.is_problem(422, "amount_too_large");
}

#[tokio::test]
async fn a_refund_sent_twice_is_made_once() {
    let app = TestApp::new().await;
    let payment = payment(&app, "automatic").await;
    let path = format!("/api/payments/{payment}/refunds");
    let body = json!({ "amount": euros(100_000) });
    let first = post_once(&app, "k-1", &path, &body).await;
    let again = post_once(&app, "k-1", &path, &body).await;
    assert_eq!(again.header("idempotent-replayed"), "true");
    assert_eq!(first.ok(), again.ok());
    let other = json!({ "amount": euros(100_001) });
    let other = post_once(&app, "k-1", &path, &other).await;
    other.is_problem(409, "idempotency_key_reused");
    assert_eq!(read(&app, &payment).await["refunded"], euros(100_000));
}

#[tokio::test]
async fn amounts_that_cannot_be_are_blamed() {
    let app = TestApp::new().await;
    let payment = payment(&app, "automatic").await;
    let path = format!("/api/payments/{payment}/refunds");
    let refund = |amount: Value| {
        let (app, path) = (&app, &path);
        async move { post(app, path, &json!({ "amount": amount })).await }
    };
    let much = refund(euros(485_001)).await;
    much.is_problem(422, "amount_too_large");
    much.blames("amount.amount", "invalid");
    let yen = refund(json!({ "amount": 1, "currency": "JPY" })).await;
    yen.is_problem(422, "currency_mismatch");
    for wrong in [json!(0), json!(-1), json!(1.5), json!("1"), json!(1e30)] {
        let amount = json!({ "amount": wrong, "currency": "EUR" });
        refund(amount).await.is_problem(422, "invalid_field");
    }
    let long = "x".repeat(501);
    let long = post(&app, &path, &json!({ "reason": long })).await;
    long.is_problem(422, "invalid_field");
    long.blames("reason", "too_long");
    assert_eq!(read(&app, &payment).await["refundable"], euros(485_000));
    let none = post(&app, "/api/payments/FWU000000000/refunds", &json!({})).await;
    none.is_problem(404, "payment_not_found");
}

#[tokio::test]
async fn payments_are_found_by_what_is_known_of_them() {
    let app = TestApp::new().await;
    let payment = payment(&app, "manual").await;
    let found = |query: &'static str| {
        let app = &app;
        async move {
            let list = app.merchant_get(&format!("/api/payments?{query}")).await;
            let list = list.ok();
            list["data"].as_array().unwrap().len()
        }
    };
    let lower = payment.to_lowercase();
    let address = format!("/api/payments?query={lower}");
    let by_reference = app.merchant_get(&address).await.ok();
    assert_eq!(by_reference["data"][0]["reference"], payment);
    assert_eq!(found("status=authorized&recipient=FWU").await, 1);
    assert_eq!(found("status=captured").await, 0);
    assert_eq!(found("query=amina").await, 1);
    assert_eq!(found("query=nobody").await, 0);
    assert_eq!(found("from=2020-01-01T00:00:00Z").await, 1);
    assert_eq!(found("to=2020-01-01T00:00:00Z").await, 0);
    let others = app.get_with_key("/api/payments", OTHER_API_KEY).await.ok();
    assert_eq!(others["data"], json!([]));
    for (query, field) in [
        ("status=nonsense", "status"),
        ("recipient=fw", "recipient"),
        ("from=yesterday", "from"),
        ("limit=101", "limit"),
    ] {
        let wrong = app.merchant_get(&format!("/api/payments?{query}")).await;
        wrong.is_problem(422, "invalid_field");
        assert!(wrong.text.contains(field), "{}", wrong.text);
    }
    let cursor = app.merchant_get("/api/payments?cursor=b3JkZXJzOjE").await;
    cursor.is_problem(400, "invalid_cursor");
}
