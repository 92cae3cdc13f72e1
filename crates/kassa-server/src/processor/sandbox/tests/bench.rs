//! A processor to test, its clock and its dice.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

use axum::body::Body;
use axum::http::{Request, Response};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::mpsc::UnboundedReceiver;
use tower::ServiceExt;

use crate::clock::{Clock, Dice};
use crate::domain::{AttemptId, CaptureMode};
use crate::processor::sandbox::{Desk, Sandbox, SandboxSettings, routes};
use crate::processor::{
    CardTokenText, Charge, ChargeMethod, Charged, Notice, Outcome, Processor, ProcessorError,
    ProcessorName, ReturnUrl,
};

/// Stands still until it is told to go on.
#[derive(Debug)]
pub(super) struct FrozenClock(AtomicI64);

impl Clock for FrozenClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// Counts: never the same twice, always the same in the next run.
#[derive(Debug, Default)]
struct CountingDice(AtomicUsize);

impl Dice for CountingDice {
    fn letters(&self, length: usize) -> String {
        format!("{:0>length$}", self.0.fetch_add(1, Ordering::SeqCst))
    }

    fn digits(&self, length: usize) -> String {
        self.letters(length)
    }
}

/// The processor with what it is made of.
pub(super) struct Bench {
    pub(super) sandbox: Sandbox,
    pub(super) heard: UnboundedReceiver<Notice>,
    clock: Arc<FrozenClock>,
    dice: Arc<CountingDice>,
    folder: tempfile::TempDir,
}

/// One minute past noon of the day on which all tests run.
const NOON: &str = "2026-11-20T12:00:00Z";

impl Bench {
    pub(super) async fn new() -> Self {
        let start = NOON.parse::<Timestamp>().unwrap().as_second();
        let clock = Arc::new(FrozenClock(AtomicI64::new(start)));
        let folder = tempfile::tempdir().unwrap();
        Self::open(folder, clock, Arc::default()).await
    }

    /// Dropped without a word, and opened again on the same file.
    pub(super) async fn killed_and_restarted(self) -> Self {
        let Self {
            sandbox,
            clock,
            dice,
            folder,
            ..
        } = self;
        drop(sandbox);
        Self::open(folder, clock, dice).await
    }

    async fn open(
        folder: tempfile::TempDir,
        clock: Arc<FrozenClock>,
        dice: Arc<CountingDice>,
    ) -> Self {
        let settings = SandboxSettings {
            file: folder.path().join("test.sandbox"),
            transfer_delay: SignedDuration::from_secs(60),
            desk: Desk::Open,
        };
        let opened = Sandbox::open(settings, clock.clone(), dice.clone()).await;
        let (sandbox, heard) = opened.unwrap();
        Self {
            sandbox,
            heard,
            clock,
            dice,
            folder,
        }
    }

    pub(super) async fn charge(&self, charge: &Charge) -> Result<Outcome, ProcessorError> {
        Ok(self.sandbox.charge(charge).await?.outcome)
    }

    pub(super) async fn look_up(&self, name: &str) -> Result<Option<Outcome>, ProcessorError> {
        let answer = self.sandbox.look_up(&charged(name)).await?;
        Ok(answer.map(|answer| answer.outcome))
    }

    pub(super) fn pass(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(super) async fn token(&self, number: &str) -> ChargeMethod {
        let card = serde_json::json!({
            "number": number, "expiry_month": 12, "expiry_year": 2030,
            "security_code": "123", "holder": "Amina Haddad"
        });
        let answer = self
            .send(
                "POST",
                "/sandbox/tokens",
                "application/json",
                &card.to_string(),
            )
            .await;
        assert_eq!(answer.status(), 201);
        let body: serde_json::Value = serde_json::from_str(&text(answer).await).unwrap();
        ChargeMethod::Card(CardTokenText(body["token"].as_str().unwrap().to_owned()))
    }

    pub(super) async fn get(&self, path: &str) -> Response<Body> {
        self.send("GET", path, "", "").await
    }

    pub(super) async fn send(
        &self,
        method: &str,
        path: &str,
        kind: &str,
        body: &str,
    ) -> Response<Body> {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("content-type", kind)
            .body(Body::from(body.to_owned()))
            .unwrap();
        routes(self.sandbox.clone()).oneshot(request).await.unwrap()
    }

    /// As an operator has it who did not open the desk.
    pub(super) fn closes_the_desk(&mut self) {
        self.sandbox.desk = Desk::Closed;
    }

    pub(super) async fn ledger(&self) -> Vec<serde_json::Value> {
        serde_json::from_str(&text(self.get("/sandbox/ledger").await).await).unwrap()
    }
}

pub(super) async fn text(answer: Response<Body>) -> String {
    let bytes = axum::body::to_bytes(answer.into_body(), 1 << 20)
        .await
        .unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

pub(super) fn attempt(name: &str) -> AttemptId {
    AttemptId(format!("att_{name:0>16}"))
}

pub(super) fn charged(name: &str) -> Charged {
    Charged {
        processor: ProcessorName(crate::processor::sandbox::NAME.to_owned()),
        attempt: attempt(name),
        reference: None,
        since: Timestamp::UNIX_EPOCH,
    }
}

pub(super) fn charge(name: &str, method: ChargeMethod) -> Charge {
    Charge {
        processor: ProcessorName(crate::processor::sandbox::NAME.to_owned()),
        attempt: attempt(name),
        reference: "FWU744586810".parse().unwrap(),
        amount: kassa_wire::Money {
            amount: 485_000,
            currency: "EUR".parse().unwrap(),
        },
        capture: CaptureMode::Automatic,
        method,
        return_url: ReturnUrl("https://pay.example/v1/view/cs_000000000000000000000000/".into()),
    }
}
