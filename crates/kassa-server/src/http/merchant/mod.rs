//! The merchant's side: with an API key, and for its own account only.

mod list_recipients;
mod list_orders;
mod session_request;
mod create_session;
mod read_session;
mod read_payment;

use axum::Router;
use axum::routing::{get, post};

use super::HttpState;

/// The merchant's endpoints.
pub(super) fn routes() -> Router<HttpState> {
    Router::new()
        .route("/api/recipients", get(list_recipients::list_recipients))
        .route("/api/orders", get(list_orders::list_orders))
        .route("/api/sessions", post(create_session::create_session))
        .route("/api/sessions/{id}", get(read_session::read_session))
        .route("/api/payments/{reference}", get(read_payment::read_payment))
}
