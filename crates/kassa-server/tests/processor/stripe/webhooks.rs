//! Webhooks, signed by localstripe itself.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::http::Method;
use kassa_server::domain::CaptureMode;
use kassa_server::processor::Notice;
use kassa_server::processor::stripe::{WEBHOOK, routes};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

use super::StripeBench;
use super::bench::WEBHOOK_SECRET;
use crate::bench::{Bench, paid};

/// Our address for Stripe's webhooks, and what is told there.
async fn listening(bench: &StripeBench) -> (String, UnboundedReceiver<Notice>) {
    let (tell, told) = unbounded_channel();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}{WEBHOOK}", listener.local_addr().unwrap());
    let router = routes(bench.stripe.clone(), tell);
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, told)
}

#[tokio::test]
async fn what_moved_at_stripe_is_told_by_its_webhook() {
    let bench = StripeBench::open().await;
    let (url, mut told) = listening(&bench).await;
    let webhook = BTreeMap::from([
        ("url".to_owned(), url),
        ("secret".to_owned(), WEBHOOK_SECRET.to_owned()),
    ]);
    let path = "/_config/webhooks/kassa";
    bench.front.behind(Method::POST, path, &webhook).await;
    let charged = paid(&bench, CaptureMode::Automatic).await;
    // Others' payments may be told of too: localstripe is one account for all tests.
    let mine =
        async { while told.recv().await != Some(Notice::Attempt(charged.attempt.clone())) {} };
    timeout(Duration::from_secs(10), mine).await.unwrap();
}

#[tokio::test]
async fn a_webhook_that_stripe_did_not_sign_tells_nothing() {
    let bench = StripeBench::open().await;
    let (url, mut told) = listening(&bench).await;
    let body = r#"{"data":{"object":{"metadata":{"kassa_attempt":"att_1"}}}}"#;
    for signature in [None, Some("t=1,v1=00"), Some("")] {
        let mut request = reqwest::Client::new().post(&url).body(body);
        if let Some(signature) = signature {
            request = request.header("stripe-signature", signature);
        }
        assert_eq!(request.send().await.unwrap().status(), 401, "{signature:?}");
    }
    assert!(told.try_recv().is_err());
}
