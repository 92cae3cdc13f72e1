//! The description's addresses.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use utoipa::openapi::OpenApi;

use super::{page, serve, viewer};

/// The document and the page that shows it.
pub(in crate::http) fn routes<S: Clone + Send + Sync + 'static>(document: OpenApi) -> Router<S> {
    Router::new()
        .route("/api/openapi.json", get(serve::document))
        .route("/api/docs", get(page::page))
        .route("/api/docs/{file}", get(viewer::file))
        .with_state(Arc::new(document))
}
