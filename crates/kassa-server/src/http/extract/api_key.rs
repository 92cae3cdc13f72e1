//! Whose key a request came with, and whether that key may do what is asked.

use std::marker::PhantomData;

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use kassa_wire::problem::ProblemCode;
use sha2::{Digest, Sha256};

use super::scope::Asks;
use crate::domain::{Account, ApiKey, Scope};
use crate::http::{Failure, HttpState};
use crate::store::KeyHash;

/// The account whose API key the request came with, where the key allows what the endpoint asks.
/// Everything else that the request names is looked for within this account only.
pub(in crate::http) struct Merchant<A: Asks> {
    pub(in crate::http) account: Account,
    asks: PhantomData<A>,
}

/// What the store knows of a key. A key has 190 random bits: nobody guesses one from its hash,
/// however fast the hash is.
#[must_use]
pub fn hash_api_key(key: &str) -> KeyHash {
    KeyHash(Sha256::digest(key).into())
}

impl<A: Asks> FromRequestParts<HttpState> for Merchant<A> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Failure> {
        let Some(key) = bearer(parts) else {
            return Err(stranger(parts, state));
        };
        let hash = hash_api_key(key);
        let holder = state.kassa.store.account_by_key(&hash).await?;
        let Some(holder) = holder else {
            return Err(stranger(parts, state));
        };
        state.limits.count_key(&hash)?;
        if !holder.key.allows(A::SCOPE) {
            return Err(not_allowed(A::SCOPE));
        }
        touch(state, &holder.key).await;
        Ok(Self {
            account: holder.account,
            asks: PhantomData,
        })
    }
}

/// Writes when the key was last used, where that was not written within the minute.
async fn touch(state: &HttpState, key: &ApiKey) {
    let now = state.kassa.clock.now();
    if key.was_used_lately(now) {
        return;
    }
    if let Err(error) = state.kassa.store.touch_api_key(&key.id, now).await {
        tracing::warn!(error = ?error, "a key's last use was not written");
    }
}

fn bearer(parts: &Parts) -> Option<&str> {
    let text = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, key) = text.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
}

/// Whoever tries keys is counted by their address, so that guessing is slow.
fn stranger(parts: &Parts, state: &HttpState) -> Failure {
    let detail = "Send the header Authorization: Bearer and one of your API keys.";
    let unauthorized = Failure::new(ProblemCode::Unauthorized, detail);
    state
        .limits
        .count_address(parts)
        .err()
        .unwrap_or(unauthorized)
}

fn not_allowed(asked: Scope) -> Failure {
    let detail = format!("This takes a key with the scope {}.", asked.as_str());
    Failure::new(ProblemCode::InsufficientScope, detail)
}
