//! A merchant's fields that cannot be taken.

use serde_json::{Value, json};

use super::{post, session};
use crate::support::TestApp;

#[tokio::test]
async fn a_wrong_type_names_its_field() {
    let app = TestApp::new().await;
    for name in [
        "recipient",
        "order",
        "country",
        "customer_id",
        "description",
        "return_url",
        "locale",
        "expires_at",
    ] {
        for value in [json!(1), json!(true), json!([]), json!({}), json!(1.5)] {
            let answer = app.post_session(&session(name, &value)).await;
            answer
                .is_problem(422, "invalid_field")
                .blames(name, "wrong_type");
        }
    }
    for name in ["amount", "metadata"] {
        let answer = app.post_session(&session(name, &json!("text"))).await;
        answer
            .is_problem(422, "invalid_field")
            .blames(name, "wrong_type");
    }
    let answer = app.post_session(&json!({})).await;
    answer.is_problem(422, "invalid_field");
    answer
        .blames("recipient", "required")
        .blames("order", "required");
    let answer = app
        .post_session(&session("metadata", &json!({ "a": 1 })))
        .await;
    answer
        .is_problem(422, "invalid_field")
        .blames("metadata.a", "wrong_type");
}

#[tokio::test]
async fn amounts_that_overflow_are_refused() {
    let app = TestApp::new().await;
    for amount in [
        "9223372036854775808",
        "1e30",
        "-1",
        "0",
        "1.5",
        "-9223372036854775809",
    ] {
        let body = format!(
            r#"{{"recipient":"FWU","order":"2026-04417","amount":{{"amount":{amount},"currency":"EUR"}}}}"#
        );
        let answer = app.send(post("application/json", body)).await;
        answer
            .is_problem(422, "invalid_field")
            .blames("amount.amount", "invalid");
    }
    let answer = app
        .post_session(&session(
            "amount",
            &json!({ "amount": "1", "currency": "euro" }),
        ))
        .await;
    answer
        .blames("amount.amount", "wrong_type")
        .blames("amount.currency", "invalid");
    let answer = app.post_session(&session("amount", &json!({}))).await;
    answer
        .blames("amount.amount", "required")
        .blames("amount.currency", "required");
}

#[tokio::test]
async fn links_lead_to_pages_only() {
    let app = TestApp::new().await;
    let wrong = [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.example",
        "//a.example",
        "/a",
        "a",
        "https://",
        "https:///a",
        "https://a b",
        " https://a.example",
    ];
    for url in wrong {
        for name in ["return_url", "callback_url"] {
            let answer = app.post_session(&session(name, &json!(url))).await;
            answer
                .is_problem(422, "invalid_field")
                .blames(name, "invalid");
        }
    }
}

#[tokio::test]
async fn what_no_merchant_means_is_refused_by_name() {
    let app = TestApp::new().await;
    let refused = |name: &'static str, value: Value, code: &'static str| {
        let app = &app;
        async move {
            let answer = app.post_session(&session(name, &value)).await;
            answer.is_problem(422, "invalid_field").blames(name, code);
        }
    };
    refused("description", json!("a\u{0}b"), "invalid_characters").await;
    refused("customer_id", json!("a\u{7}b"), "invalid_characters").await;
    refused("description", json!("x".repeat(1001)), "too_long").await;
    refused("locale", json!("<b>"), "invalid").await;
    refused("expires_at", json!("tomorrow"), "invalid").await;
    refused("country", json!("Spain"), "invalid").await;
    let many: serde_json::Map<String, Value> =
        (0..51).map(|n| (n.to_string(), json!("x"))).collect();
    refused("metadata", Value::Object(many), "too_long").await;
}
