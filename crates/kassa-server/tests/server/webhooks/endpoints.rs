//! Endpoints and deliveries, as a merchant's server asks for them.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use crate::support::{API_KEY, Answer, Manner, OTHER_API_KEY, Receiver, TestApp};

async fn ask(app: &TestApp, key: &str, asked: (&str, &str), body: &Value) -> Answer {
    let (method, path) = asked;
    let request = Request::builder().method(method).uri(path);
    let request = request
        .header("authorization", format!("Bearer {key}"))
        .header("content-type", "application/json");
    app.send(request.body(Body::from(body.to_string())).unwrap())
        .await
}

/// The endpoint that the merchant added, with its secret.
async fn added(app: &TestApp, receiver: &Receiver) -> Value {
    let body = json!({ "url": receiver.url(), "event_types": ["session.created"] });
    let answer = ask(app, API_KEY, ("POST", "/api/webhooks/endpoints"), &body).await;
    assert_eq!(answer.status.as_u16(), 201, "{}", answer.text);
    answer.ok()
}

#[tokio::test]
async fn a_merchant_adds_changes_and_removes_an_endpoint() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let endpoint = added(&app, &receiver).await;
    assert!(endpoint["secret"].as_str().unwrap().starts_with("whsec_"));
    let path = format!(
        "/api/webhooks/endpoints/{}",
        endpoint["id"].as_str().unwrap()
    );
    let listed = app.merchant_get("/api/webhooks/endpoints").await.ok();
    assert_eq!(listed["data"][0]["id"], endpoint["id"]);
    assert_eq!(listed["data"][0].get("secret"), None, "it is shown once");
    let off = json!({ "state": "disabled", "event_types": [] });
    let changed = ask(&app, API_KEY, ("PATCH", &path), &off).await.ok();
    assert_eq!(
        (&changed["state"], &changed["event_types"]),
        (&json!("disabled"), &json!([]))
    );
    let rotated = ask(
        &app,
        API_KEY,
        ("POST", &format!("{path}/rotate")),
        &json!({}),
    )
    .await
    .ok();
    assert_ne!(rotated["secret"], endpoint["secret"]);
    let pinged = ask(&app, API_KEY, ("POST", &format!("{path}/ping")), &json!({}))
        .await
        .ok();
    assert_eq!(pinged, json!({ "status": 204 }));
    let removed = ask(&app, API_KEY, ("DELETE", &path), &json!({})).await;
    assert_eq!(removed.status.as_u16(), 204);
    let again = ask(&app, API_KEY, ("DELETE", &path), &json!({})).await;
    again.is_problem(404, "webhook_not_found");
}

#[tokio::test]
async fn what_cannot_be_an_endpoint_is_refused() {
    let app = TestApp::new().await;
    let add = ("POST", "/api/webhooks/endpoints");
    let blamed = [
        (json!({}), "url", "required"),
        (json!({ "url": "ftp://shop.example/" }), "url", "invalid"),
        (json!({ "url": 1 }), "url", "wrong_type"),
        (
            json!({ "url": "http://a.example/", "event_types": ["x"] }),
            "event_types",
            "unknown_option",
        ),
        (
            json!({ "url": "http://a.example/", "event_types": "x" }),
            "event_types",
            "wrong_type",
        ),
    ];
    for (body, field, code) in blamed {
        let answer = ask(&app, API_KEY, add, &body).await;
        answer.is_problem(422, "invalid_field").blames(field, code);
    }
}

#[tokio::test]
async fn a_merchant_sees_its_deliveries_and_redelivers_one() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    added(&app, &receiver).await;
    app.session_for("2026-04417").await;
    app.session_for("2026-04418").await;
    let page = app
        .merchant_get("/api/webhooks/deliveries?state=pending&limit=1")
        .await
        .ok();
    let cursor = page["next_cursor"].as_str().unwrap();
    let next = format!("/api/webhooks/deliveries?limit=1&cursor={cursor}");
    let next = app.merchant_get(&next).await.ok();
    assert_ne!(next["data"][0]["id"], page["data"][0]["id"]);
    assert_eq!(next.get("next_cursor"), None);
    let id = page["data"][0]["id"].as_str().unwrap();
    let path = format!("/api/webhooks/deliveries/{id}/redeliver");
    let early = ask(&app, API_KEY, ("POST", &path), &json!({})).await;
    early.is_problem(409, "delivery_pending");
    receiver.next(Manner::Answer(410));
    app.deliver().await;
    let gone = ask(&app, API_KEY, ("POST", &path), &json!({})).await;
    gone.is_problem(409, "endpoint_disabled");
    let wrong = app
        .merchant_get("/api/webhooks/deliveries?state=lost")
        .await;
    wrong
        .is_problem(422, "invalid_field")
        .blames("state", "unknown_option");
}

#[tokio::test]
async fn a_merchant_does_not_see_anothers_endpoints() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let endpoint = added(&app, &receiver).await;
    let path = format!(
        "/api/webhooks/endpoints/{}",
        endpoint["id"].as_str().unwrap()
    );
    for asked in [
        ("PATCH", path.clone()),
        ("DELETE", path.clone()),
        ("POST", path.clone() + "/rotate"),
        ("POST", path + "/ping"),
    ] {
        let answer = ask(&app, OTHER_API_KEY, (asked.0, &asked.1), &json!({})).await;
        answer.is_problem(404, "webhook_not_found");
    }
    let list = app
        .get_with_key("/api/webhooks/endpoints", OTHER_API_KEY)
        .await;
    assert_eq!(list.ok()["data"], json!([]));
    assert!(receiver.heard().is_empty());
}
