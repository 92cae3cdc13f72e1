//! `GET /api/openapi.json`

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use utoipa::openapi::OpenApi;

/// The document.
pub(super) async fn document(State(document): State<Arc<OpenApi>>) -> Response {
    Json(&*document).into_response()
}
