//! Addresses that lead nowhere.

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::json;

use crate::support::{TestApp, payer};

#[tokio::test]
async fn an_address_that_is_not_there_says_so() {
    let app = TestApp::new().await;
    for path in [
        "/nothing",
        "/api",
        "/api/sessions/",
        "/assets/../main.rs",
        "/assets/none.js",
    ] {
        app.get(path).await.is_problem(404, "not_found");
    }
    for (method, path, allowed) in [
        (Method::DELETE, "/api/sessions", "POST"),
        (
            Method::GET,
            "/api/checkout/cs_000000000000000000000000/payment",
            "POST",
        ),
        (Method::PATCH, "/healthz", "GET,HEAD"),
    ] {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .body(Body::empty())
            .unwrap();
        let answer = app.send(request).await;
        answer.is_problem(405, "method_not_allowed");
        assert_eq!(answer.header("allow"), allowed);
    }
}

#[tokio::test]
async fn session_ids_that_are_unknown_or_malformed_are_not_found() {
    let app = TestApp::new().await;
    let unknown = "cs_000000000000000000000000";
    for id in [
        unknown,
        "x",
        "%00",
        "%FF%FE",
        "cs_",
        "..%2F..%2Fetc",
        "%3Cscript%3E",
    ] {
        app.get(&format!("/api/checkout/{id}"))
            .await
            .is_problem(404, "session_not_found");
        app.get(&format!("/api/checkout/{id}/events"))
            .await
            .is_problem(404, "session_not_found");
        app.merchant_get(&format!("/api/sessions/{id}"))
            .await
            .is_problem(404, "session_not_found");
        app.cancel(id).await.is_problem(404, "session_not_found");
        let body = json!({ "payer": payer() });
        app.put_payer(id, 1, &body)
            .await
            .is_problem(404, "session_not_found");
        app.pay(id, "a").await.is_problem(404, "session_not_found");
    }
}

#[tokio::test]
async fn searches_for_anything_are_answered() {
    let app = TestApp::new().await;
    for query in [
        "%25",
        "%27",
        "%22",
        "_",
        "%E2%80%AE",
        "%F0%9F%8E%93",
        "a&query=b",
        "*",
    ] {
        app.merchant_get(&format!("/api/recipients?query={query}"))
            .await
            .ok();
        app.merchant_get(&format!("/api/orders?query={query}"))
            .await
            .ok();
    }
    let answer = app.merchant_get("/api/recipients?query=%00").await;
    answer
        .is_problem(422, "invalid_field")
        .blames("query", "invalid_characters");
    let answer = app
        .merchant_get(&format!("/api/orders?query={}", "x".repeat(201)))
        .await;
    answer
        .is_problem(422, "invalid_field")
        .blames("query", "too_long");
    let answer = app.merchant_get("/api/orders?query=%FF").await;
    assert!(
        answer.status == 200 || answer.status == 400,
        "{}",
        answer.text
    );
}
