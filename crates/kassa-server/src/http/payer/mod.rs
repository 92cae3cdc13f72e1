//! The payer's side: without a key, since the session's id is the capability.

mod answer;
mod read_checkout;
mod confirm_payer;
mod pay;
mod cancel;
mod events;
mod catalogue;

use axum::Router;
use axum::routing::{get, post, put};

use super::HttpState;

/// The payer's endpoints.
pub(super) fn routes() -> Router<HttpState> {
    Router::new()
        .route("/api/checkout/{id}", get(read_checkout::read_checkout))
        .route(
            "/api/checkout/{id}/payer",
            put(confirm_payer::confirm_payer),
        )
        .route("/api/checkout/{id}/payment", post(pay::pay))
        .route("/api/checkout/{id}/cancel", post(cancel::cancel))
        .route("/api/checkout/{id}/events", get(events::events))
        .route("/api/catalogues/{locale}", get(catalogue::catalogue))
}
