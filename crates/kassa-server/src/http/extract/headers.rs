//! The headers that decide something.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use kassa_wire::AttemptKey;
use kassa_wire::problem::ProblemCode;

use crate::http::{Failure, HttpState};

/// `Idempotency-Key`: the key of one press of **Pay**.
pub(in crate::http) struct IdempotencyKey(pub(in crate::http) AttemptKey);

impl FromRequestParts<HttpState> for IdempotencyKey {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &HttpState) -> Result<Self, Failure> {
        let key = only(&parts.headers, "idempotency-key").and_then(|text| text.parse().ok());
        key.map(Self).ok_or_else(|| {
            let detail = "Idempotency-Key has to be 16 to 64 letters, digits, - or _.";
            Failure::new(ProblemCode::IdempotencyKeyRequired, detail)
        })
    }
}

/// `If-Match: "7"`: the version that whoever asks has seen.
pub(in crate::http) struct IfMatch(pub(in crate::http) u32);

impl FromRequestParts<HttpState> for IfMatch {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &HttpState) -> Result<Self, Failure> {
        let tag = only(&parts.headers, "if-match");
        let version = tag.and_then(|tag| tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok());
        version.map(Self).ok_or_else(|| {
            let detail = "If-Match has to be one version in quotation marks, as ETag gave it.";
            Failure::new(ProblemCode::VersionRequired, detail)
        })
    }
}

/// The header, if it is there once.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut all = headers.get_all(name).iter();
    let first = all.next()?;
    if all.next().is_some() {
        None
    } else {
        first.to_str().ok()
    }
}
