//! Around the payers' addresses.

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::http::HttpState;

/// Counts a payer's request before anything is done for it.
pub(in crate::http) async fn limit_payers(
    State(state): State<HttpState>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let route = parts.extensions.get::<MatchedPath>();
    let route = route.map(|route| route.as_str().to_owned());
    let counted = route.as_deref().filter(|route| is_payers(route));
    if let Some(route) = counted
        && let Err(failure) = state.limits.count_address(&parts)
    {
        if !(is_page(route) && wants_page(&parts.headers)) {
            return failure.into_response();
        }
        parts.extensions.insert(Hurried {
            retry_after_seconds: failure.retry_after_seconds(),
        });
    }
    next.run(Request::from_parts(parts, body)).await
}

/// Marks a request that is one too many and wants a page: whoever makes pages answers it with one
/// that says so, and does nothing else for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hurried {
    /// After how many seconds it is worth asking again.
    pub(crate) retry_after_seconds: Option<u64>,
}

/// What does work for whoever knows a session's id or a picture's name, or guesses at one. Files are
/// not counted: they are in memory.
fn is_payers(route: &str) -> bool {
    let asks = ["/api/checkout/", "/v1/logos/"];
    is_page(route) || asks.iter().any(|begin| route.starts_with(begin))
}

fn is_page(route: &str) -> bool {
    route == "/" || route.starts_with("/v1/view/")
}

/// A browser that goes to an address asks for HTML. A person would see what programs are told.
fn wants_page(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter();
    accepted
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.contains("text/html"))
}
