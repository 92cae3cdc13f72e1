//! From what happened to a merchant's server.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::SignedDuration;
use kassa_server::domain::{DeliveryError, DeliveryState, EndpointId, EventKind};
use kassa_server::store::{Lease, Webhooks};
use kassa_server::webhooks::{
    ChangeEndpoint, EndpointSwitch, Taken, WebhookError, change_endpoint, ping_endpoint, redeliver,
    rotate_secret,
};
use serde_json::json;

use crate::support::{Heard, Manner, Receiver, TestApp};

/// What happens in a session whose payer confirms and pays.
const WHOLE: [&str; 5] = [
    "session.created",
    "session.confirmed",
    "payment.created",
    "payment.captured",
    "session.complete",
];

async fn paid(app: &TestApp) -> String {
    let id = app.confirmed_session().await;
    app.pay(&id, "a").await.ok();
    id
}

fn ids(heard: &[Heard]) -> BTreeSet<String> {
    let ids = heard.iter().map(|heard| heard.header("webhook-id"));
    ids.map(str::to_owned).collect()
}

#[tokio::test]
async fn a_merchant_hears_of_a_payment_in_the_order_of_its_events() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let endpoint = app.endpoint(&receiver, &[]).await;
    let session = paid(&app).await;
    app.deliver().await;
    assert_eq!(receiver.kinds(), WHOLE);
    let heard = receiver.heard();
    assert_eq!(ids(&heard).len(), WHOLE.len());
    let secret = endpoint.secret.reveal();
    assert!(heard.iter().all(|heard| heard.is_signed_by(&secret)));
    assert_eq!(heard[3].json()["data"]["session"]["id"], session.as_str());
    assert!(heard[3].json()["data"]["payment"]["reference"].is_string());
    app.deliver().await;
    assert_eq!(receiver.heard().len(), WHOLE.len(), "nothing is sent twice");
}

#[tokio::test]
async fn an_endpoint_hears_of_what_it_chose_and_of_nothing_before_it_was_added() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let id = app.confirmed_session().await;
    let kinds = [EventKind::SessionConfirmed, EventKind::PaymentCaptured];
    app.endpoint(&receiver, &kinds).await;
    app.pay(&id, "a").await.ok();
    app.deliver().await;
    assert_eq!(receiver.kinds(), ["payment.captured"]);
}

#[tokio::test]
async fn a_receiver_that_fails_hears_the_same_again_and_the_rest_after_it() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    app.endpoint(&receiver, &[]).await;
    receiver.next(Manner::Answer(500));
    receiver.next(Manner::Redirect);
    paid(&app).await;
    app.deliver().await;
    assert_eq!(receiver.kinds(), ["session.created"], "the rest waits");
    app.deliver_after(SignedDuration::from_secs(5)).await;
    assert_eq!(receiver.kinds(), ["session.created"; 2]);
    app.deliver_after(SignedDuration::from_secs(10)).await;
    let heard = receiver.heard();
    assert_eq!(receiver.kinds()[2..], WHOLE);
    assert_eq!(ids(&heard[..3]).len(), 1, "the same event");
    assert_eq!(heard[0].body, heard[2].body);
    let sent_at = |heard: &Heard| heard.header("webhook-timestamp").parse::<i64>().unwrap();
    assert_eq!(sent_at(&heard[2]) - sent_at(&heard[0]), 15);
}

#[tokio::test]
async fn a_receiver_that_hangs_does_not_hold_up_others() {
    let app = TestApp::new().await;
    let (slow, quick) = (Receiver::start().await, Receiver::start().await);
    slow.usually(Manner::Hang);
    app.endpoint(&slow, &[]).await;
    app.endpoint(&quick, &[]).await;
    for order in ["2026-04417", "2026-04418", "2026-04417"] {
        app.session_for(order).await;
    }
    paid(&app).await;
    let outbox = app.outbox();
    let delivering = tokio::spawn(async move { outbox.deliver_due().await.unwrap() });
    let all = async {
        while quick.heard().len() < 8 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(5), all)
        .await
        .expect("the quick one has everything");
    assert!(
        !delivering.is_finished(),
        "the slow one is still waited for"
    );
    delivering.await.unwrap();
    assert_eq!(slow.heard().len(), 4, "one of each session");
    app.leave_in_outbox();
}

/// A person puts the endpoint on again.
async fn enable(app: &TestApp, id: &EndpointId) {
    let switch = Some(EndpointSwitch::Enable);
    let change = ChangeEndpoint {
        switch,
        ..ChangeEndpoint::default()
    };
    change_endpoint(&app.outbox(), &TestApp::account(), id, change)
        .await
        .unwrap();
}

/// Lets three days of tries go by.
async fn three_days(app: &TestApp) {
    for _ in 0..60 {
        app.deliver_after(SignedDuration::from_hours(2)).await;
    }
}

#[tokio::test]
async fn an_endpoint_that_takes_nothing_for_three_days_is_disabled_and_mended_by_hand() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let id = app
        .endpoint(&receiver, &[EventKind::SessionCreated])
        .await
        .endpoint
        .id;
    receiver.usually(Manner::Answer(503));
    app.session_for("2026-04417").await;
    three_days(&app).await;
    let parked = app.deliveries(DeliveryState::Parked).await.remove(0);
    assert_eq!(parked.last_error, Some(DeliveryError::Refused));
    assert_eq!(parked.last_status, Some(503));
    assert_eq!(
        receiver.heard().len(),
        usize::try_from(parked.attempts).unwrap()
    );
    assert!(app.endpoint_now(&id).await.disabled_at.is_some());
    let account = TestApp::account();
    let refused = redeliver(&app.kassa, &account, &parked.id).await;
    assert!(
        matches!(refused, Err(WebhookError::Disabled)),
        "{refused:?}"
    );
    receiver.usually(Manner::Answer(204));
    enable(&app, &id).await;
    redeliver(&app.kassa, &account, &parked.id).await.unwrap();
    app.deliver().await;
    let delivered = app.deliveries(DeliveryState::Delivered).await;
    assert_eq!(delivered[0].id, parked.id);
    let again = redeliver(&app.kassa, &account, &parked.id).await;
    assert!(again.is_ok(), "what was delivered may have been lost");
    let twice = redeliver(&app.kassa, &account, &parked.id).await;
    assert!(matches!(twice, Err(WebhookError::Pending)), "{twice:?}");
    app.deliver().await;
}

#[tokio::test]
async fn an_endpoint_that_takes_something_is_not_disabled_for_the_rest() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let id = app
        .endpoint(&receiver, &[EventKind::SessionCreated])
        .await
        .endpoint
        .id;
    receiver.usually(Manner::Answer(500));
    app.session_for("2026-04417").await;
    app.deliver_after(SignedDuration::from_hours(71)).await;
    app.session_for("2026-04418").await;
    receiver.next(Manner::Answer(500));
    receiver.next(Manner::Answer(200));
    app.deliver_after(SignedDuration::from_mins(59)).await;
    app.deliver_after(SignedDuration::from_mins(2)).await;
    assert_eq!(app.deliveries(DeliveryState::Parked).await.len(), 1);
    assert!(app.endpoint_now(&id).await.disabled_at.is_none());
}

#[tokio::test]
async fn an_endpoint_that_is_gone_is_not_asked_again() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let id = app.endpoint(&receiver, &[]).await.endpoint.id;
    receiver.usually(Manner::Answer(410));
    paid(&app).await;
    app.deliver().await;
    assert_eq!(receiver.heard().len(), 1);
    assert!(app.endpoint_now(&id).await.disabled_at.is_some());
    assert_eq!(
        app.deliveries(DeliveryState::Parked).await.len(),
        WHOLE.len()
    );
    three_days(&app).await;
    assert_eq!(receiver.heard().len(), 1);
}

#[tokio::test]
async fn a_rotated_secret_and_the_one_before_both_prove_a_webhook() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let old = app.endpoint(&receiver, &[]).await;
    let account = TestApp::account();
    let new = rotate_secret(&app.kassa, &account, &old.endpoint.id)
        .await
        .unwrap();
    let (old, new) = (old.secret.reveal(), new.secret.reveal());
    assert_ne!(old, new);
    app.session_for("2026-04417").await;
    app.deliver().await;
    app.clock.advance(SignedDuration::from_hours(24));
    app.session_for("2026-04418").await;
    app.deliver().await;
    let heard = receiver.heard();
    assert!(heard[0].is_signed_by(&old) && heard[0].is_signed_by(&new));
    assert!(!heard[1].is_signed_by(&old) && heard[1].is_signed_by(&new));
}

#[tokio::test]
async fn a_session_calls_back_where_it_says_with_the_accounts_secret() {
    let app = TestApp::new().await;
    let (mine, other) = (Receiver::start().await, Receiver::start().await);
    let account = TestApp::account();
    let callbacks = EndpointId::of_callbacks(&account);
    let drawn = rotate_secret(&app.kassa, &account, &callbacks)
        .await
        .unwrap();
    for (receiver, order) in [(&mine, "2026-04417"), (&other, "2026-04418")] {
        let body = json!({ "recipient": "FWU", "order": order, "callback_url": receiver.url() });
        app.post_session(&body).await.ok();
    }
    app.deliver().await;
    for receiver in [mine, other] {
        assert_eq!(receiver.kinds(), ["session.created"]);
        assert!(receiver.heard()[0].is_signed_by(&drawn.secret.reveal()));
    }
}

#[tokio::test]
async fn a_merchant_that_names_a_callback_first_draws_its_secret_afterwards() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let body = json!({ "recipient": "FWU", "order": "2026-04417", "callback_url": receiver.url() });
    app.post_session(&body).await.ok();
    let account = TestApp::account();
    let callbacks = EndpointId::of_callbacks(&account);
    let drawn = rotate_secret(&app.kassa, &account, &callbacks)
        .await
        .unwrap();
    app.deliver().await;
    assert!(receiver.heard()[0].is_signed_by(&drawn.secret.reveal()));
}

#[tokio::test]
async fn a_merchant_tries_its_endpoint_with_a_test_event() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let endpoint = app.endpoint(&receiver, &[EventKind::PaymentCaptured]).await;
    let account = TestApp::account();
    let (outbox, id) = (app.outbox(), &endpoint.endpoint.id);
    let answer = ping_endpoint(&outbox, &account, id).await.unwrap();
    assert_eq!(answer, Ok(Taken(204)));
    assert_eq!(receiver.kinds(), ["webhook.ping"]);
    assert!(receiver.heard()[0].is_signed_by(&endpoint.secret.reveal()));
    receiver.next(Manner::Answer(404));
    let answer = ping_endpoint(&outbox, &account, id).await.unwrap();
    assert_eq!(answer.unwrap_err().status, Some(404));
    let stranger = "acc_0000000000000002".parse().unwrap();
    let other = ping_endpoint(&outbox, &stranger, id).await;
    assert!(matches!(other, Err(WebhookError::NotFound)), "{other:?}");
}

#[tokio::test]
async fn what_a_dead_server_took_another_delivers() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    let endpoint = app.endpoint(&receiver, &[]).await.endpoint;
    app.session_for("2026-04417").await;
    let now = kassa_server::clock::Clock::now(app.clock.as_ref());
    let until = now + SignedDuration::from_secs(60);
    let lease = Lease {
        now,
        until,
        most: 1,
    };
    let taken = app
        .store
        .claim_deliveries(&endpoint.id, &lease)
        .await
        .unwrap();
    assert_eq!(taken.len(), 1);
    app.deliver().await;
    assert!(
        receiver.heard().is_empty(),
        "it is the other one's for a minute"
    );
    app.deliver_after(SignedDuration::from_secs(60)).await;
    assert_eq!(receiver.kinds(), ["session.created"]);
}

#[tokio::test]
async fn what_happens_is_delivered_at_once_and_a_server_that_ends_finishes_what_it_began() {
    let app = TestApp::new().await;
    let receiver = Receiver::start().await;
    app.endpoint(&receiver, &[]).await;
    let (end, ended) = tokio::sync::oneshot::channel();
    let until_end = async move { ended.await.unwrap_or_default() };
    let working = tokio::spawn(app.outbox().run(until_end));
    paid(&app).await;
    let all = async {
        while receiver.heard().len() < WHOLE.len() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), all)
        .await
        .expect("it is delivered");
    end.send(()).unwrap();
    let ended = tokio::time::timeout(Duration::from_secs(5), working).await;
    ended.expect("the outbox ends with the server").unwrap();
}

#[tokio::test]
#[should_panic(expected = "webhooks were left in the outbox")]
async fn a_test_that_leaves_webhooks_behind_fails() {
    let app = TestApp::new().await;
    app.endpoint(&Receiver::start().await, &[]).await;
    app.session_for("2026-04417").await;
}
