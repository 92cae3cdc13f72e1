//! Whose key a request came with.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use kassa_wire::problem::ProblemCode;
use sha2::{Digest, Sha256};

use crate::domain::Account;
use crate::http::{Failure, HttpState};
use crate::store::KeyHash;

/// The account whose API key the request came with. Everything else that the request names is
/// looked for within this account only.
pub(in crate::http) struct Merchant(pub(in crate::http) Account);

/// What the store knows of a key. A key has 190 random bits: nobody guesses one from its hash,
/// however fast the hash is.
#[must_use]
pub fn hash_api_key(key: &str) -> KeyHash {
    KeyHash(Sha256::digest(key).into())
}

impl FromRequestParts<HttpState> for Merchant {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Failure> {
        let header = parts.headers.get(header::AUTHORIZATION);
        let text = header
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let key = text
            .split_once(' ')
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
        let (_, key) = key.ok_or_else(unauthorized)?;
        let holder = state
            .kassa
            .store
            .account_by_key(&hash_api_key(key.trim()))
            .await?;
        holder
            .map(|holder| Self(holder.account))
            .ok_or_else(unauthorized)
    }
}

fn unauthorized() -> Failure {
    let detail = "Send the header Authorization: Bearer and one of your API keys.";
    Failure::new(ProblemCode::Unauthorized, detail)
}
