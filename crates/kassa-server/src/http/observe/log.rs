//! One line for each request, and its numbers. Names the route, never the address: that may hold
//! a session's id.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use super::RequestId;
use crate::clock::Stopwatch;
use crate::meter::request_answered;

/// Logs what was asked for and how it went, and gives every line in between the request's id.
pub(in crate::http) async fn log_request(request: Request, next: Next) -> Response {
    let extensions = request.extensions();
    let id = extensions.get::<RequestId>().map_or("", |id| id.0.as_str());
    let matched = extensions.get::<MatchedPath>().cloned();
    let route = matched.as_ref().map_or("unmatched", MatchedPath::as_str);
    let method = request.method().clone();
    let span = tracing::info_span!("request", id, %method, route);
    let watch = Stopwatch::start();
    let response = next.run(request).instrument(span.clone()).await;
    let (status, took) = (response.status(), watch.elapsed());
    request_answered(route, &method, status, took);
    let (status, duration_ms) = (status.as_u16(), took.as_millis());
    span.in_scope(|| tracing::info!(status, duration_ms, "answered"));
    response
}
