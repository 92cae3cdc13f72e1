//! Headers that every answer carries unless it says otherwise.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

const GUARDS: [(HeaderName, &str); 3] = [
    // What is a file is told by its type, not guessed from its content.
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // An address may hold a session's id, which is the payer's capability.
    (header::REFERRER_POLICY, "no-referrer"),
    // An answer may hold a payer's information.
    (header::CACHE_CONTROL, "no-store"),
];

/// Adds what is not there.
pub(in crate::http) async fn guard_answers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in GUARDS {
        response
            .headers_mut()
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}
