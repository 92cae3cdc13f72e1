//! How a page leaves: compressed in pieces, for whoever takes brotli.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::press::Press;
use crate::http::Failure;

/// More than any page has.
const MAX: usize = 4 * 1024 * 1024;

/// Compresses a page. Whoever does not take brotli is served by what compresses everything else.
pub(super) async fn send_pressed(
    State(press): State<Arc<Press>>,
    request: Request,
    next: Next,
) -> Response {
    let takes = takes_brotli(request.headers());
    let response = next.run(request).await;
    if takes && is_page(&response) {
        pressed(&press, response).await
    } else {
        response
    }
}

async fn pressed(press: &Press, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, MAX).await else {
        return Failure::internal().into_response();
    };
    let stream = str::from_utf8(&page).ok();
    let stream = stream.and_then(|page| press.page(page).ok());
    let Some(stream) = stream else {
        return Response::from_parts(parts, Body::from(page));
    };
    let encoding = HeaderValue::from_static("br");
    parts.headers.insert(header::CONTENT_ENCODING, encoding);
    let vary = HeaderValue::from_static("accept-encoding");
    parts.headers.append(header::VARY, vary);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(stream))
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    let html = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    html && !response.headers().contains_key(header::CONTENT_ENCODING)
}

/// Whether brotli is among what is taken, and not with `q=0` (RFC 9110, section 12.5.3).
fn takes_brotli(headers: &HeaderMap) -> bool {
    let all = headers.get_all(header::ACCEPT_ENCODING).iter();
    let texts = all.filter_map(|value| value.to_str().ok());
    texts.flat_map(|text| text.split(',')).any(|taken| {
        let (name, rest) = taken.split_once(';').unwrap_or((taken, ""));
        let weight = rest.trim().strip_prefix("q=");
        let refused = weight.is_some_and(|q| q.trim().chars().all(|c| matches!(c, '0' | '.')));
        name.trim().eq_ignore_ascii_case("br") && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_is_sent_to_whoever_takes_it() {
        let takes = |text: &'static str| {
            let value = HeaderValue::from_static(text);
            takes_brotli(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, value)]))
        };
        for taken in ["br", "gzip, deflate, br, zstd", "gzip;q=1, BR;q=0.5"] {
            assert!(takes(taken), "{taken}");
        }
        for not in ["gzip", "br;q=0", "br; q=0.000", "identity", ""] {
            assert!(!takes(not), "{not}");
        }
        assert!(!takes_brotli(&HeaderMap::new()));
    }
}
