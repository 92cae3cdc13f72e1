//! The merchant's addresses.

use axum::Router;
use axum::routing::{get, post};

use super::{create_session, list_orders, list_recipients, read_payment, read_session};
use crate::http::HttpState;

/// The merchant's endpoints.
pub(in crate::http) fn routes() -> Router<HttpState> {
    Router::new()
        .route("/api/recipients", get(list_recipients::list_recipients))
        .route("/api/orders", get(list_orders::list_orders))
        .route("/api/sessions", post(create_session::create_session))
        .route("/api/sessions/{id}", get(read_session::read_session))
        .route("/api/payments/{reference}", get(read_payment::read_payment))
}
