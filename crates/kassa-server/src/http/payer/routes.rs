//! The payer's addresses.

use axum::Router;
use axum::routing::{get, post, put};

use super::{cancel, catalogue, confirm_payer, events, pay, read_checkout};
use crate::http::HttpState;

/// The payer's endpoints.
pub(in crate::http) fn routes() -> Router<HttpState> {
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
