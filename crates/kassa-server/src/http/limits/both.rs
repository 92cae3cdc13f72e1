//! Both sides' limits.

use std::sync::Arc;

use axum::http::request::Parts;
use ipnet::IpNet;
use kassa_wire::problem::ProblemCode;

use super::limiter::{Limiter, Wait};
use super::{ClientAddress, LimitSettings};
use crate::clock::Clock;
use crate::http::Failure;
use crate::store::KeyHash;

/// Counts what each address and each key asks for.
#[derive(Debug)]
pub struct Limits {
    payers: Limiter<ClientAddress>,
    merchants: Limiter<[u8; 32]>,
    trusted_proxies: Vec<IpNet>,
}

impl Limits {
    /// Nobody has asked for anything yet.
    #[must_use]
    pub fn new(settings: LimitSettings, clock: &Arc<dyn Clock>) -> Self {
        Self {
            payers: Limiter::new(settings.payer, clock.clone()),
            merchants: Limiter::new(settings.merchant, clock.clone()),
            trusted_proxies: settings.trusted_proxies,
        }
    }

    /// One more request of a payer, or of somebody whose key is not known.
    pub(in crate::http) fn count_address(&self, parts: &Parts) -> Result<(), Failure> {
        ClientAddress::of(parts, &self.trusted_proxies).map_or(Ok(()), |address| {
            self.payers.count(&address).map_err(refused)
        })
    }

    /// One more request with a key that is known.
    pub(in crate::http) fn count_key(&self, key: &KeyHash) -> Result<(), Failure> {
        self.merchants.count(&key.0).map_err(refused)
    }
}

fn refused(wait: Wait) -> Failure {
    let detail = "More requests than are taken in a minute. Retry-After says when to go on.";
    Failure::new(ProblemCode::RateLimited, detail).retrying_after(wait.0)
}
