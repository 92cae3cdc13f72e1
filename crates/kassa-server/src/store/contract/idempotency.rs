//! Answers that are given again.

use std::collections::BTreeMap;
use std::fmt;

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::AccountId;

use super::{Fingerprint, Lasting, StoreError};

/// Keeps the first answer to each idempotency key of an account.
#[async_trait]
pub trait Idempotency: Send + Sync {
    /// Claims a key for a request. Of several that come at once, one is fresh, and one goes on with
    /// what was left in the middle.
    async fn begin_request(&self, request: &KeyedRequest) -> Result<Begun, StoreError>;

    /// Keeps the answer to a request that was begun.
    async fn finish_request(
        &self,
        name: &RequestName,
        answer: &KeptAnswer,
    ) -> Result<(), StoreError>;

    /// Leaves a request that was begun without an answer: whoever sends it again goes on with it.
    async fn leave_request(&self, name: &RequestName) -> Result<(), StoreError>;
}

/// What a request is called: no two of an account are called the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestName {
    /// Whose request.
    pub account: AccountId,
    /// Its `Idempotency-Key`.
    pub key: String,
}

/// A request that comes with a key.
#[derive(Clone, Debug)]
pub struct KeyedRequest {
    /// What it is called.
    pub name: RequestName,
    /// What the same key must come with again.
    pub fingerprint: Fingerprint,
    /// The id of what it makes. Making it is safe to repeat: there cannot be two of this id.
    pub subject: String,
    /// Until when it is being worked on; afterwards whoever did is taken for gone.
    pub running_until: Timestamp,
    /// Now.
    pub now: Timestamp,
    /// A key that came at this instant or before is forgotten: it may be used for anything.
    pub forgotten: Timestamp,
}

/// An answer that is given again, byte by byte.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    /// The HTTP status.
    pub status: u16,
    /// The headers that are part of the answer.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

impl fmt::Debug for KeptAnswer {
    /// A body may hold a payer's name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeptAnswer({}, ***)", self.status)
    }
}

/// What came of beginning a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// Nobody came with this key: do it, then finish or forget it.
    Fresh,
    /// Whoever worked on this very request is gone: go on with what it was to make.
    Again {
        /// The id that was drawn when the request came first.
        subject: String,
    },
    /// This very request was answered: answer the same.
    Replay(KeptAnswer),
    /// The key came with another request.
    KeyReused,
    /// This very request is being worked on.
    InProgress,
}

impl Lasting for Begun {}
