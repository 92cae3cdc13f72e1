//! A merchant's server that heard no answer sends its request again.

use axum::body::Body;
use axum::http::Request;
use jiff::SignedDuration;
use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};

use crate::support::{API_KEY, Answer, OTHER_API_KEY, TestApp};

const KEY: &str = "order-2026-04417";

fn body() -> Value {
    json!({ "recipient": "FWU", "order": "2026-04417", "description": "Matrícula" })
}

fn request(key: &str, body: &Value) -> Request<Body> {
    keyed(API_KEY, key, body.to_string())
}

fn keyed(api_key: &str, key: &str, body: String) -> Request<Body> {
    Request::post("/api/sessions")
        .header("authorization", format!("Bearer {api_key}"))
        .header("content-type", "application/json")
        .header("idempotency-key", key)
        .body(Body::from(body))
        .unwrap()
}

fn id(answer: &Answer) -> String {
    answer.ok()["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_request_that_is_sent_twice_makes_one_session() {
    let app = TestApp::new().await;
    let first = app.send(request(KEY, &body())).await;
    app.clock.advance(SignedDuration::from_hours(23));
    let again = app.send(request(KEY, &body())).await;
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!(first.header("location"), again.header("location"));
    assert_eq!(again.header("content-type"), "application/json");
    assert_eq!(first.header("idempotent-replayed"), "");
    assert_eq!(again.header("idempotent-replayed"), "true");
    let spaced = format!(" {} ", serde_json::to_string_pretty(&body()).unwrap());
    let again = app.send(keyed(API_KEY, KEY, spaced)).await;
    assert_eq!(id(&first), id(&again));
    app.clock.advance(SignedDuration::from_hours(1));
    let next_day = app.send(request(KEY, &body())).await;
    assert_ne!(id(&first), id(&next_day));
}

#[tokio::test]
async fn without_a_key_each_request_makes_a_session() {
    let app = TestApp::new().await;
    let (one, two) = (
        app.post_session(&body()).await,
        app.post_session(&body()).await,
    );
    assert_ne!(id(&one), id(&two));
}

#[tokio::test]
async fn a_key_belongs_to_one_request_of_one_merchant() {
    let app = TestApp::new().await;
    app.send(request(KEY, &body())).await.ok();
    let mut other = body();
    other["order"] = json!("2026-04418");
    let answer = app.send(request(KEY, &other)).await;
    answer.is_problem(409, "idempotency_key_reused");
    let elsewhere = json!({ "recipient": "OTH", "order": "OTHER-1" }).to_string();
    app.send(keyed(OTHER_API_KEY, KEY, elsewhere)).await.ok();
}

#[tokio::test]
async fn a_refusal_is_the_first_answer_too() {
    let app = TestApp::new().await;
    let wrong = json!({ "recipient": "NGS", "order": "2026-04417" });
    let first = app.send(request(KEY, &wrong)).await;
    first
        .is_problem(422, "country_mismatch")
        .blames("order", "mismatch");
    let again = app.send(request(KEY, &wrong)).await;
    again
        .is_problem(422, "country_mismatch")
        .blames("order", "mismatch");
    assert_eq!(again.header("idempotent-replayed"), "true");
    assert_eq!(first.json()["detail"], again.json()["detail"]);
}

#[tokio::test]
async fn a_request_that_cannot_be_read_takes_no_key() {
    let app = TestApp::new().await;
    app.send(request(KEY, &json!({})))
        .await
        .is_problem(422, "invalid_field");
    app.send(request(KEY, &body())).await.ok();
}

#[tokio::test]
async fn a_malformed_key_is_refused() {
    let app = TestApp::new().await;
    for key in ["", "with space", &"x".repeat(256)] {
        let answer = app.send(request(key, &body())).await;
        answer.is_problem(400, "idempotency_key_required");
    }
    app.send(request(&"x".repeat(255), &body())).await.ok();
}

#[tokio::test]
async fn many_at_once_make_one_session() {
    let app = TestApp::new().await;
    let calls = (0..8).map(|_| app.router_call(request(KEY, &body())));
    let mut tasks = tokio::task::JoinSet::new();
    calls.for_each(|call| drop(tasks.spawn(call)));
    let mut made = Vec::new();
    for response in tasks.join_all().await {
        let answer = Answer::read(response).await;
        if answer.status == 409 {
            answer.is_problem(409, "request_in_progress");
        } else {
            made.push(id(&answer));
        }
    }
    made.dedup();
    assert_eq!(made.len(), 1, "{made:?}");
}

/// What the database holds when a server is killed after the work and before the answer.
async fn lose_the_answer(app: &TestApp) {
    let file = SqliteConnectOptions::new().filename(app.file());
    let mut database = SqliteConnection::connect_with(&file).await.unwrap();
    let lost = sqlx::query(
        "UPDATE idempotency_keys SET state = 'running', status = NULL, headers = NULL, body = NULL",
    );
    let lost = lost.execute(&mut database).await.unwrap();
    assert_eq!(lost.rows_affected(), 1);
}

/// The session was made and its server killed before it could say so.
#[tokio::test]
async fn a_server_that_was_killed_in_the_middle_has_made_one_session() {
    let app = TestApp::new().await;
    let first = app.send(request(KEY, &body())).await;
    lose_the_answer(&app).await;
    let meanwhile = app.send(request(KEY, &body())).await;
    meanwhile.is_problem(409, "request_in_progress");
    assert_eq!(meanwhile.header("retry-after"), "1");
    app.clock.advance(SignedDuration::from_mins(1));
    let again = app.send(request(KEY, &body())).await;
    assert_eq!(id(&first), id(&again));
    let then = app.send(request(KEY, &body())).await;
    assert_eq!(id(&first), id(&then));
}
