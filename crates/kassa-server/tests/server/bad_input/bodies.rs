//! Bodies that cannot be read.

use serde_json::json;

use super::post;
use crate::support::TestApp;

#[tokio::test]
async fn a_body_that_is_not_an_object_of_json_says_so() {
    let app = TestApp::new().await;
    for body in [
        "",
        "{",
        "nonsense",
        "{\"a\":}",
        "\u{0}",
        "{\"a\":\"\\ud800\"}",
        "[]",
        "1",
        "null",
    ] {
        let answer = app.send(post("application/json", body.to_owned())).await;
        answer.is_problem(400, "malformed_request");
    }
    let deep = "[".repeat(10_000);
    app.send(post("application/json", deep))
        .await
        .is_problem(400, "malformed_request");
    let not_text = vec![b'{', b'"', 0xff, 0xfe, b'"', b'}'];
    app.send(post("application/json", not_text))
        .await
        .is_problem(400, "malformed_request");
}

#[tokio::test]
async fn a_body_of_another_type_says_so() {
    let app = TestApp::new().await;
    let body = json!({ "recipient": "FWU", "order": "2026-04417" }).to_string();
    for kind in [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonx",
    ] {
        app.send(post(kind, body.clone()))
            .await
            .is_problem(415, "unsupported_media_type");
    }
    let answer = app
        .send(post("Application/JSON; charset=utf-8", body))
        .await;
    assert_eq!(answer.status, 201);
}

#[tokio::test]
async fn a_body_that_is_too_large_says_so() {
    let app = TestApp::new().await;
    let large =
        json!({ "recipient": "FWU", "order": "2026-04417", "description": "x".repeat(65_536) });
    app.post_session(&large)
        .await
        .is_problem(413, "body_too_large");
    let id = app.confirmed_session().await;
    app.put_payer(&id, 2, &large)
        .await
        .is_problem(413, "body_too_large");
    app.pay_with(&id, "a", &large)
        .await
        .is_problem(413, "body_too_large");
    assert_eq!(app.view(&id).await["state"], "confirmed");
}
