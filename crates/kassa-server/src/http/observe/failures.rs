//! Writes the bodies of failures.

use axum::Json;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kassa_wire::problem::ProblemCode;

use super::RequestId;
use crate::http::Failure;

/// Turns a failure into a problem that names its request.
pub(in crate::http) async fn write_failures(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().cloned();
    let mut response = next.run(request).await;
    let Some(failure) = response.extensions_mut().remove::<Failure>() else {
        return response;
    };
    let problem = failure.to_problem(id.as_ref().map_or("", |id| id.0.as_str()));
    let mut written = (response.status(), Json(problem)).into_response();
    // What the router said beside the status: `Allow`, for one.
    written.headers_mut().extend(
        response
            .headers()
            .iter()
            .map(|(name, value)| (name.clone(), value.clone())),
    );
    let kind = HeaderValue::from_static("application/problem+json");
    written.headers_mut().insert(header::CONTENT_TYPE, kind);
    written.headers_mut().remove(header::CONTENT_LENGTH);
    advise(&mut written, &failure);
    written
}

/// What whoever asked can do about it, as headers say it.
fn advise(response: &mut Response, failure: &Failure) {
    let headers = response.headers_mut();
    if failure.code() == ProblemCode::Unauthorized {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(seconds) = failure.retry_after_seconds() {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
}
