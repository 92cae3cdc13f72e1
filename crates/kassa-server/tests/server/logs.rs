//! The log of a whole journey names nobody and opens nothing.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::Request;
use jiff::SignedDuration;
use kassa_server::processor::sandbox::{self, Desk, Sandbox, SandboxSettings};
use serde_json::{Value, json};
use tower::ServiceExt;
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{API_KEY, Answer, Receiver, TestApp};

const CARD: &str = "4242424242424242";
const STRANGER: &str = "sk_of_nobody_at_all_whatever_it_may_be";
const IDEMPOTENCY_KEY: &str = "what-the-merchant-calls-it";

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// The merchant asks with its key; what it was answered.
async fn merchant(app: &TestApp, asked: (&str, &str), body: &Value) -> Answer {
    let (method, path) = asked;
    let request = Request::builder().method(method).uri(path);
    let request = request
        .header("authorization", format!("Bearer {API_KEY}"))
        .header("idempotency-key", IDEMPOTENCY_KEY)
        .header("content-type", "application/json");
    app.send(request.body(Body::from(body.to_string())).unwrap())
        .await
}

/// The merchant wants webhooks, hears what happened, and looks for the payer by name and email.
/// What was secret in it.
async fn merchants_side(app: &TestApp, receiver: &Receiver, id: &str) -> Vec<String> {
    app.deliver().await;
    assert!(receiver.heard().iter().any(|heard| heard.body.contains(id)));
    app.merchant_get(&format!("/api/sessions/{id}")).await.ok();
    for path in [
        "/api/payments?query=zenobia@quack.example",
        "/api/events",
        "/api/orders?query=Quackenbush",
        "/api/webhooks/deliveries",
    ] {
        app.merchant_get(path).await;
    }
    let order = json!({ "number": "Quackenbush-1", "country": "NG", "amount": "much" });
    merchant(app, ("POST", "/api/orders"), &order).await;
    merchant(
        app,
        ("POST", &format!("/api/sessions/{id}/cancel")),
        &json!({}),
    )
    .await;
    app.get_with_key("/api/orders", STRANGER).await;
    [API_KEY, STRANGER, IDEMPOTENCY_KEY, "Quackenbush-1"]
        .map(str::to_owned)
        .to_vec()
}

/// A payer types, errs, and pays by card; the merchant looks and hears. What was secret in it.
async fn journey(app: &TestApp) -> Vec<String> {
    let receiver = Receiver::start().await;
    let endpoint = json!({ "url": receiver.url() });
    let endpoint = merchant(app, ("POST", "/api/webhooks/endpoints"), &endpoint)
        .await
        .ok();
    let payer = json!({
        "first_name": "Zenobia", "last_name": "Quackenbush", "email": "zenobia@quack.example",
        "country": "NG", "address": "77 Xylophone Row", "city": "Port Harcourt",
        "fields.student_id": "STUDENT-9"
    });
    let opened = app.open("FWU", "2026-04417").await.ok();
    let id = opened["id"].as_str().unwrap().to_owned();
    let wrong = json!({ "payer": { "email": "zenobia@quack" } });
    app.put_payer(&id, 1, &wrong).await;
    app.put_payer(&id, 1, &json!({ "payer": payer })).await.ok();
    app.get(&format!("/v1/view/{id}/")).await;
    let token = token(app).await;
    let body = json!({ "method": "card", "token": token });
    app.pay_with(&id, "k", &body).await.ok();
    app.get(&format!("/{id}")).await;
    let theirs = merchants_side(app, &receiver, &id).await;
    let payer = payer.as_object().unwrap().values();
    let mut secrets: Vec<String> = payer.map(|it| it.as_str().unwrap().to_owned()).collect();
    secrets.retain(|secret| secret != "NG");
    secrets.extend([
        id,
        token,
        "k".repeat(16),
        CARD.to_owned(),
        endpoint["secret"].as_str().unwrap().to_owned(),
    ]);
    secrets.extend(theirs);
    secrets
}

/// The sandbox beside the server changes a card into a token.
async fn token(app: &TestApp) -> String {
    let folder = tempfile::tempdir().unwrap();
    let settings = SandboxSettings {
        file: folder.path().join("ledger"),
        transfer_delay: SignedDuration::from_secs(60),
        desk: Desk::Closed,
    };
    let (clock, dice) = (app.kassa.clock.clone(), app.kassa.dice.clone());
    let (sandbox, _notices) = Sandbox::open(settings, clock, dice).await.unwrap();
    let card = json!({
        "number": CARD, "expiry_month": 12, "expiry_year": 2035, "security_code": "987",
        "holder": "Zenobia Quackenbush"
    });
    let request = Request::post("/sandbox/tokens").header("content-type", "application/json");
    let request = request.body(Body::from(card.to_string())).unwrap();
    let router = app.router_with(vec![sandbox::routes(sandbox)]);
    let answer = Answer::read(router.oneshot(request).await.unwrap()).await;
    answer.ok()["token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_journeys_log_holds_nothing_that_is_a_payers_or_a_merchants_secret() {
    // With one listener alone, tracing asks only the thread that comes to a line first whether
    // anybody listens to it: another test's thread would say no for all.
    let _another = tracing::Dispatch::new(tracing_subscriber::registry());
    let kept = Kept::default();
    let log = tracing_subscriber::fmt()
        .json()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(kept.clone())
        .finish();
    let listening = tracing::subscriber::set_default(log);
    let app = TestApp::new().await;
    let secrets = journey(&app).await;
    drop(listening);
    let log = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
    assert!(
        log.contains("/api/checkout/{id}/payment"),
        "the journey is in the log: {log}"
    );
    assert!(log.contains("req_"), "with its requests' ids");
    assert!(
        log.contains("/api/webhooks/endpoints"),
        "the merchant's side too"
    );
    for secret in secrets {
        let told = log.lines().find(|line| line.contains(&secret));
        assert_eq!(told, None, "{secret}");
    }
}

#[tokio::test]
async fn a_request_keeps_the_name_that_it_came_with() {
    let app = TestApp::new().await;
    let named = |name: &str| {
        let request = Request::get("/api/orders").header("x-request-id", name);
        app.send(request.body(Body::empty()).unwrap())
    };
    let answer = named("edge-1.a_B").await;
    assert_eq!(answer.status, 401);
    assert_eq!(answer.header("x-request-id"), "edge-1.a_B");
    assert!(answer.text.contains("\"request_id\":\"edge-1.a_B\""));
    for odd in ["a b", "{\"a\":1}", &"a".repeat(65), ""] {
        assert!(named(odd).await.header("x-request-id").starts_with("req_"));
    }
}
