//! One line for each request. Names the route, never the address: that may hold a session's id.

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use super::RequestId;
use crate::http::HttpState;

/// Logs what was asked for and how it went, and gives every line in between the request's id.
pub(in crate::http) async fn log_request(
    State(state): State<HttpState>,
    request: Request,
    next: Next,
) -> Response {
    let extensions = request.extensions();
    let id = extensions.get::<RequestId>().map_or("", |id| id.0.as_str());
    let route = extensions
        .get::<MatchedPath>()
        .map_or("unmatched", MatchedPath::as_str);
    let span = tracing::info_span!("request", id, method = %request.method(), route);
    let began = state.kassa.clock.now();
    let response = next.run(request).instrument(span.clone()).await;
    let duration_ms = state.kassa.clock.now().duration_since(began).as_millis();
    let status = response.status().as_u16();
    span.in_scope(|| tracing::info!(status, duration_ms, "answered"));
    response
}
