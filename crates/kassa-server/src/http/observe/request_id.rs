//! Names each request, so that a merchant's question finds its lines in the log.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::http::HttpState;

/// What came as `x-request-id`, else `req_` and sixteen letters or digits. In the answer's `x-request-id` and in every problem.
#[derive(Clone, Debug)]
pub(in crate::http) struct RequestId(pub(in crate::http) String);

/// Nothing that names requests writes longer names.
const LENGTH_MAX: usize = 64;

/// Takes the id that came or draws one, hands it to everything inside, and puts it on the answer.
pub(in crate::http) async fn name_request(
    State(state): State<HttpState>,
    mut request: Request,
    next: Next,
) -> Response {
    let drawn = || RequestId(format!("req_{}", state.kassa.dice.letters(16)));
    let id = that_came(request.headers()).unwrap_or_else(drawn);
    request.extensions_mut().insert(id.clone());
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}

/// The name that whoever stands in front of this server gave the request, so that its log and ours
/// can be laid side by side. Only what cannot be anything but a name: it goes into the log.
fn that_came(headers: &HeaderMap) -> Option<RequestId> {
    let name = headers.get("x-request-id")?.to_str().ok()?;
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    let short = (1..=LENGTH_MAX).contains(&name.len());
    (short && name.bytes().all(plain)).then(|| RequestId(name.to_owned()))
}
