//! `Idempotency-Key` on a merchant's POST.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kassa_wire::problem::ProblemCode;

use crate::http::{Failure, HttpState};

/// Longer than any UUID or order number with its prefix.
const MAX: usize = 255;

/// The merchant's key for one request, where there is one. Without it a request is done as often as
/// it is sent.
#[derive(Clone, Debug)]
pub(in crate::http) struct MerchantKey(pub(super) Option<String>);

impl FromRequestParts<HttpState> for MerchantKey {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &HttpState) -> Result<Self, Failure> {
        let mut all = parts.headers.get_all("idempotency-key").iter();
        let Some(first) = all.next() else {
            return Ok(Self(None));
        };
        let key = first.as_bytes();
        let written = key.iter().all(u8::is_ascii_graphic);
        let fits = (1..=MAX).contains(&key.len());
        let key = first.to_str().ok().filter(|_| written && fits);
        if let (Some(key), None) = (key, all.next()) {
            return Ok(Self(Some(key.to_owned())));
        }
        let detail = "Idempotency-Key has to be one text of 1 to 255 printable characters.";
        Err(Failure::new(ProblemCode::IdempotencyKeyRequired, detail))
    }
}
