//! The sandbox, with a fresh ledger.

use std::sync::Arc;

use async_trait::async_trait;
use axum::body::Body;
use axum::http::Request;
use jiff::{SignedDuration, Timestamp};
use kassa_server::clock::{Clock, SystemClock, SystemDice};
use kassa_server::domain::CardTokenText;
use kassa_server::processor::Processor;
use kassa_server::processor::sandbox::{Desk, Sandbox, SandboxSettings, routes};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::bench::{Bench, Card};

/// A card whose time is not over, whenever the tests are run.
fn in_two_years() -> i16 {
    let today = jiff::tz::TimeZone::UTC.to_datetime(SystemClock.now());
    today.year() + 2
}

/// The sandbox with its file.
pub(crate) struct SandboxBench {
    sandbox: Sandbox,
    _folder: tempfile::TempDir,
}

impl SandboxBench {
    /// The processor itself.
    pub(crate) fn sandbox(&self) -> Sandbox {
        self.sandbox.clone()
    }
}

#[async_trait]
impl Bench for SandboxBench {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = SandboxSettings {
            file: folder.path().join("test.sandbox"),
            transfer_delay: SignedDuration::from_secs(60),
            desk: Desk::Closed,
        };
        let opened = Sandbox::open(settings, Arc::new(SystemClock), Arc::new(SystemDice)).await;
        Self {
            sandbox: opened.unwrap().0,
            _folder: folder,
        }
    }

    fn processor(&self) -> &dyn Processor {
        &self.sandbox
    }

    async fn token(&self, card: Card) -> CardTokenText {
        let number = match card {
            Card::Good => "4242424242424242",
            Card::Refused => "4000000000000002",
        };
        let card = json!({
            "number": number, "expiry_month": 12, "expiry_year": in_two_years(),
            "security_code": "123", "holder": "Amina Haddad"
        });
        let request = Request::post("/sandbox/tokens")
            .header("content-type", "application/json")
            .body(Body::from(card.to_string()))
            .unwrap();
        let answer = routes(self.sandbox.clone()).oneshot(request).await.unwrap();
        let body = axum::body::to_bytes(answer.into_body(), 1 << 20).await;
        let body: Value = serde_json::from_slice(&body.unwrap()).unwrap();
        CardTokenText(body["token"].as_str().unwrap().to_owned())
    }

    fn now(&self) -> Timestamp {
        SystemClock.now()
    }
}
