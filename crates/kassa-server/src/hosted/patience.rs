//! The page for who asks for more pages than are made.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use super::Hosted;
use super::address::Wishes;
use super::answer::Asked;
use crate::http::Hurried;

/// Answers a request that is one too many with the page for trouble, which offers to try again,
/// and without looking at a session.
pub(super) async fn ask_for_patience(
    State(hosted): State<Hosted>,
    request: Request,
    next: Next,
) -> Response {
    let Some(hurried) = request.extensions().get::<Hurried>().copied() else {
        return next.run(request).await;
    };
    let wishes = Wishes::read(request.uri().query(), request.headers());
    let asked = Asked {
        hosted: &hosted,
        wishes: &wishes,
    };
    let mut response = asked.troubled(StatusCode::TOO_MANY_REQUESTS).await;
    if let Some(seconds) = hurried.retry_after_seconds {
        let headers = response.headers_mut();
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}
