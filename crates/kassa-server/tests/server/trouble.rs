//! The server is in trouble, and says so without saying too much.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get;
use kassa_server::store::Upkeep;
use tower::ServiceExt;

use crate::support::{Answer, TestApp, payer};

#[tokio::test]
async fn a_panic_is_one_requests_failure() {
    async fn fall_over() {
        panic!("a secret");
    }
    let app = TestApp::new().await;
    let guest = Router::new().route("/falls-over", get(fall_over));
    let router = app.router_with(vec![guest]);
    for _ in 0..2 {
        let request = Request::get("/falls-over").body(Body::empty()).unwrap();
        let answer = Answer::read(router.clone().oneshot(request).await.unwrap()).await;
        answer.is_problem(500, "internal");
        assert!(!answer.text.contains("secret"));
    }
}

#[tokio::test]
async fn a_database_that_does_not_answer_is_a_matter_of_time() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    app.store.close().await;
    let body = serde_json::json!({ "payer": payer() });
    let answers = [
        app.get(&format!("/api/checkout/{id}")).await,
        app.put_payer(&id, 1, &body).await,
        app.pay(&id, "a").await,
        app.cancel(&id).await,
        app.merchant_get("/api/orders").await,
        app.open("FWU", "2026-04417").await,
        app.get("/readyz").await,
    ];
    for answer in answers {
        answer.is_problem(503, "unavailable");
        assert_eq!(answer.header("retry-after"), "1");
    }
    assert!(app.processor.asked().is_empty());
}

#[tokio::test]
async fn answers_that_hold_a_payers_information_are_not_kept_or_passed_on() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let known = app.get(&format!("/api/checkout/{id}")).await;
    let unknown = app.get("/api/checkout/cs_000000000000000000000000").await;
    for answer in [known, unknown] {
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
    }
}
