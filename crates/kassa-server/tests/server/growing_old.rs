//! What is old and of no use goes; what is money stays.

use jiff::SignedDuration;
use kassa_server::payments::{Rest, clear_old, expire_sessions};
use kassa_server::store::{Cleared, Sessions};
use serde_json::json;

use crate::support::{Receiver, TestApp};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Clears, and says what went.
async fn cleared(app: &TestApp) -> Cleared {
    let (cleared, rest) = clear_old(&app.kassa).await.unwrap();
    assert_eq!(rest, Rest::Nothing);
    cleared
}

async fn is_there(app: &TestApp, id: &str) -> bool {
    let checkout = app.store.checkout(&id.parse().unwrap()).await.unwrap();
    checkout.is_some()
}

#[tokio::test]
async fn a_session_that_nobody_tried_to_pay_goes_after_ninety_days() {
    let app = TestApp::new().await;
    let left = app.session_for("2026-04417").await;
    let paid = app.confirmed_session_for("2026-04418").await;
    app.pay(&paid, "k").await.ok();
    let two_hours = SignedDuration::from_hours(2);
    app.clock.advance(two_hours);
    assert_eq!(expire_sessions(&app.kassa).await.unwrap(), 1);
    app.clock.advance(90 * DAY - SignedDuration::from_secs(1));
    cleared(&app).await;
    assert!(is_there(&app, &left).await);
    app.clock.advance(SignedDuration::from_secs(1));
    assert_eq!(cleared(&app).await.sessions, 1);
    assert!(!is_there(&app, &left).await);
    app.clock.advance(3650 * DAY);
    cleared(&app).await;
    assert!(
        is_there(&app, &paid).await,
        "what was paid is kept for good"
    );
}

#[tokio::test]
async fn an_answer_is_kept_for_a_day_and_a_delivery_for_thirty() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    app.endpoint(&receiver, &[]).await;
    let body = json!({ "recipient": "FWU", "order": "2026-04417" });
    app.post_session(&body).await.ok();
    app.deliver().await;
    app.clock.advance(DAY - SignedDuration::from_secs(1));
    assert!(cleared(&app).await.is_nothing());
    app.clock.advance(29 * DAY + SignedDuration::from_secs(1));
    let cleared = cleared(&app).await;
    assert_eq!((cleared.deliveries, cleared.sessions), (1, 0));
}
