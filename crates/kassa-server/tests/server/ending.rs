//! Offers end.

use jiff::SignedDuration;
use kassa_server::payments::expire_sessions;
use serde_json::json;

use crate::support::{TestApp, payer};

#[tokio::test]
async fn a_session_expires_two_hours_after_it_was_made() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.clock.advance(SignedDuration::from_secs(2 * 3600 - 1));
    assert_eq!(app.view(&id).await["state"], "confirmed");
    assert_eq!(expire_sessions(&app.kassa).await.unwrap(), 0);
    app.clock.advance(SignedDuration::from_secs(1));
    assert_eq!(app.view(&id).await["state"], "expired");
    let version = app.view(&id).await["version"].as_u64().unwrap();
    app.pay(&id, "a").await.is_problem(409, "session_expired");
    app.put_payer(&id, version, &json!({ "payer": payer() }))
        .await
        .is_problem(409, "session_expired");
    app.cancel(&id).await.is_problem(409, "session_expired");
    assert!(app.processor.asked().is_empty());
    assert_eq!(app.happened(&id).await.last(), Some(&"session.expired"));
    let session = app.merchant_get(&format!("/api/sessions/{id}")).await.ok();
    assert_eq!(session["state"], "expired");
}

#[tokio::test]
async fn sessions_expire_although_nobody_looks_at_them() {
    let app = TestApp::new().await;
    let (one, two) = (
        app.confirmed_session().await,
        app.session_for("2026-04418").await,
    );
    let paid = app.confirmed_session_for("2026-04418").await;
    app.pay(&paid, "a").await.ok();
    app.clock.advance(SignedDuration::from_hours(2));
    assert_eq!(expire_sessions(&app.kassa).await.unwrap(), 2);
    assert_eq!(expire_sessions(&app.kassa).await.unwrap(), 0);
    for id in [one, two] {
        assert_eq!(app.happened(&id).await.last(), Some(&"session.expired"));
    }
    assert_eq!(app.view(&paid).await["state"], "complete");
}

#[tokio::test]
async fn a_merchant_may_choose_when_a_session_ends() {
    let app = TestApp::new().await;
    let body =
        json!({ "recipient": "FWU", "order": "2026-04417", "expires_at": "2026-11-20T12:01:00Z" });
    let session = app.post_session(&body).await.ok();
    let id = session["id"].as_str().unwrap();
    app.clock.advance(SignedDuration::from_mins(1));
    assert_eq!(app.view(id).await["state"], "expired");
}

#[tokio::test]
async fn a_payer_calls_it_off_once_and_for_all() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    assert_eq!(app.cancel(&id).await.ok()["state"], "cancelled");
    assert_eq!(app.cancel(&id).await.ok()["state"], "cancelled");
    app.pay(&id, "a").await.is_problem(409, "session_cancelled");
    let events = app.happened(&id).await;
    assert_eq!(
        events
            .iter()
            .filter(|event| **event == "session.cancelled")
            .count(),
        1
    );
    // The order is free for another session.
    let other = app.confirmed_session().await;
    assert_eq!(app.pay(&other, "a").await.ok()["state"], "complete");
}

#[tokio::test]
async fn what_is_paid_cannot_be_called_off() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    app.pay(&id, "a").await.ok();
    app.cancel(&id).await.is_problem(409, "session_complete");
}

#[tokio::test]
async fn who_comes_too_late_asks_for_a_new_link_and_the_merchant_hears_of_it_once() {
    let app = TestApp::new().await;
    let id = app.confirmed_session().await;
    assert_eq!(app.ask_for_link(&id).await.ok()["link_asked"], false);
    app.cancel(&id).await.ok();
    for _ in 0..2 {
        let view = app.ask_for_link(&id).await.ok();
        assert_eq!(view["link_asked"], true);
        assert_eq!(view["state"], "cancelled");
    }
    let events = app.happened(&id).await;
    let asked = events
        .iter()
        .filter(|event| **event == "session.link_requested");
    assert_eq!(asked.count(), 1, "{events:?}");
    app.ask_for_link("cs_000000000000000000000000")
        .await
        .is_problem(404, "session_not_found");
}
