//! `/metrics`, on an address of its own.
//!
//! How much a merchant sells is nobody's business, so the numbers are not on the address that
//! payers reach: who may read them, the network decides, as Prometheus expects, and no token has
//! to be kept. Without the address nothing is counted.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use jiff::{SignedDuration, Timestamp};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::sync::Mutex;

use super::ServeError;
use super::serve::listen;
use crate::meter::{describe, set_attempts_in_flight, set_outbox, set_payments};
use crate::payments::Kassa;
use crate::store::StoreError;

/// Seconds: from an asset out of memory to a processor that does not answer.
const BUCKETS: [f64; 14] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0,
];

/// How often what was measured is put into its buckets; until then each measurement is kept.
const TIDY_EVERY: Duration = Duration::from_secs(5);

/// How often payments are counted at the most: it takes a look at each of them.
const COUNT_EVERY: SignedDuration = SignedDuration::from_secs(30);

#[derive(Clone)]
struct Numbers {
    recorder: PrometheusHandle,
    kassa: Kassa,
    counted: Arc<Mutex<Timestamp>>,
}

/// Begins to count, and tells at `/metrics` of this address until the process ends.
pub(super) async fn tell_numbers(address: SocketAddr, kassa: &Kassa) -> Result<(), ServeError> {
    let listener = listen(address).await?;
    tracing::info!(address = %listener.local_addr()?, "numbers are told");
    let builder = PrometheusBuilder::new().set_buckets(&BUCKETS)?;
    let recorder = builder.install_recorder()?;
    describe();
    tokio::spawn(tidy(recorder.clone()));
    let kassa = kassa.clone();
    let router = Router::new()
        .route("/metrics", get(numbers))
        .with_state(Numbers {
            recorder,
            kassa,
            counted: Arc::new(Mutex::new(Timestamp::MIN)),
        });
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(())
}

async fn tidy(recorder: PrometheusHandle) {
    loop {
        tokio::time::sleep(TIDY_EVERY).await;
        recorder.run_upkeep();
    }
}

async fn numbers(State(numbers): State<Numbers>) -> impl IntoResponse {
    if let Err(error) = read_levels(&numbers).await {
        tracing::warn!(error = ?error, "the numbers could not be read");
    }
    let kind = "text/plain; version=0.0.4; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], numbers.recorder.render())
}

/// What is not counted as it happens is read from the store now. Where the store does not answer
/// the numbers are those of the last time.
async fn read_levels(numbers: &Numbers) -> Result<(), StoreError> {
    let (store, now) = (&numbers.kassa.store, numbers.kassa.clock.now());
    set_attempts_in_flight(store.attempts_in_flight(Timestamp::MAX).await?.len());
    set_outbox(&store.outbox().await?, now);
    let mut counted = numbers.counted.lock().await;
    if now.duration_since(*counted) >= COUNT_EVERY {
        set_payments(&store.count_payments().await?);
        *counted = now;
    }
    Ok(())
}
