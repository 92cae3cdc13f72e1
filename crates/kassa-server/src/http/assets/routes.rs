//! The files' addresses.

use axum::Router;
use axum::routing::get;

use super::serve;
use crate::http::HttpState;

/// The files' addresses.
pub(in crate::http) fn routes() -> Router<HttpState> {
    Router::new()
        .route("/assets/{name}", get(serve::asset))
        .route("/kassa.js", get(serve::embed))
}
