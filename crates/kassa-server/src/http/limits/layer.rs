//! Around the payers' addresses.

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::http::HttpState;

/// Counts a payer's request before anything is done for it.
pub(in crate::http) async fn limit_payers(
    State(state): State<HttpState>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let route = parts.extensions.get::<MatchedPath>();
    let counted = route.is_some_and(|route| is_payers(route.as_str()));
    if counted && let Err(failure) = state.limits.count_address(&parts) {
        return failure.into_response();
    }
    next.run(Request::from_parts(parts, body)).await
}

/// What does work for whoever knows a session's id, or guesses at one. Files are not counted: they
/// are in memory.
fn is_payers(route: &str) -> bool {
    route == "/" || route.starts_with("/v1/view/") || route.starts_with("/api/checkout/")
}
