//! An open page hears what happens.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::Request;
use jiff::SignedDuration;
use kassa_server::payments::expire_sessions;
use tokio::time::timeout;
use tokio_stream::StreamExt;

use crate::support::TestApp;

/// The events of an answer, one by one.
struct Events(BodyDataStream);

impl Events {
    async fn of(app: &TestApp, id: &str) -> Self {
        let request = Request::get(format!("/api/checkout/{id}/events"));
        let response = app.raw(request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self(response.into_body().into_data_stream())
    }

    /// The next event; nothing where the server ended the answer.
    async fn next(&mut self) -> Option<String> {
        let next = timeout(Duration::from_secs(5), self.0.next())
            .await
            .expect("no event came");
        next.map(|chunk| String::from_utf8(chunk.unwrap().to_vec()).unwrap())
    }
}

#[tokio::test]
async fn an_open_page_hears_every_change() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let mut events = Events::of(&app, &id).await;
    assert_eq!(
        events.next().await.unwrap(),
        "event: status\ndata: {\"version\":1}\n\n"
    );
    let other = app.confirmed_session_for("2026-04418").await;
    app.cancel(&other).await.ok();
    app.cancel(&id).await.ok();
    assert_eq!(
        events.next().await.unwrap(),
        "event: status\ndata: {\"version\":2}\n\n"
    );
}

#[tokio::test]
async fn a_payment_is_heard_from_its_beginning_to_its_end() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    let mut events = Events::of(&app, &id).await;
    events.next().await.unwrap();
    let paid = app.pay(&id, "a").await.ok();
    let last = format!(
        "event: status\ndata: {{\"version\":{}}}\n\n",
        paid["version"]
    );
    let mut heard = 0;
    while events.next().await.unwrap() != last {
        heard += 1;
        assert!(heard < 10, "the payment's end was never told");
    }
    assert_eq!(heard, 1, "that the payment began is told too");
}

#[tokio::test]
async fn a_page_that_is_open_does_not_keep_the_server_from_ending() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let mut events = Events::of(&app, &id).await;
    events.next().await.unwrap();
    app.shutdown.begin();
    assert_eq!(events.next().await, None);
}

#[tokio::test]
async fn nobody_listens_to_a_session_that_is_not_there() {
    let app = TestApp::new().await;
    let path = "/api/checkout/cs_000000000000000000000000/events";
    app.get(path).await.is_problem(404, "session_not_found");
}

#[tokio::test]
async fn a_page_that_is_left_open_hears_that_its_offer_ended() {
    let app = TestApp::new().await;
    let id = app.session_for("2026-04417").await;
    let mut events = Events::of(&app, &id).await;
    events.next().await.unwrap();
    app.clock.advance(SignedDuration::from_hours(2));
    expire_sessions(&app.kassa).await.unwrap();
    let told = events.next().await.unwrap();
    assert_eq!(told, "event: status\ndata: {\"version\":2}\n\n");
}
