//! Names each request, so that a merchant's question finds its lines in the log.

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;

use crate::http::HttpState;

/// `req_` and sixteen letters or digits. In the answer's `x-request-id` and in every problem.
#[derive(Clone, Debug)]
pub(in crate::http) struct RequestId(pub(in crate::http) String);

/// Draws the id, hands it to everything inside, and puts it on the answer.
pub(in crate::http) async fn name_request(
    State(state): State<HttpState>,
    mut request: Request,
    next: Next,
) -> Response {
    let id = RequestId(format!("req_{}", state.kassa.dice.letters(16)));
    request.extensions_mut().insert(id.clone());
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}
