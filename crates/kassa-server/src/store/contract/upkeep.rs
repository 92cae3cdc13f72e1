//! The store itself.

use async_trait::async_trait;
use jiff::Timestamp;

use super::{Lasting, StoreError};
use crate::domain::PaymentState;

/// How the store itself is.
#[async_trait]
pub trait Upkeep: Send + Sync {
    /// Whether the store answers.
    async fn ping(&self) -> Result<(), StoreError>;

    /// Whether the database has exactly the tables that this program was built for.
    async fn is_current(&self) -> Result<bool, StoreError>;

    /// Whether what is written lasts: not on a full disk, in a locked file, or in a database that
    /// is gone. Only where the last write failed is another one tried, since anybody may ask.
    async fn takes_writes(&self) -> Result<(), StoreError>;

    /// What waits to be delivered to webhook endpoints.
    async fn outbox(&self) -> Result<Outbox, StoreError>;

    /// How many payments stand where, by processor. Looks at every payment: not for each request.
    async fn count_payments(&self) -> Result<Vec<PaymentCount>, StoreError>;

    /// Deletes what is old and of no use any more, a bounded number of rows at a time. Call it
    /// again until it answers that nothing was deleted.
    async fn clear(&self, clearing: &Clearing) -> Result<Cleared, StoreError>;

    /// Lets go of the database in good order. What was committed is kept without it too.
    async fn close(&self);
}

/// What waits to be delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outbox {
    /// How many deliveries.
    pub pending: u64,
    /// When the oldest of them was written.
    pub oldest: Option<Timestamp>,
    /// How many were given up.
    pub parked: u64,
}

/// How many payments stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentCount {
    /// Whose payments: the processor's name.
    pub processor: String,
    /// Where they stand.
    pub state: PaymentState,
    /// How many.
    pub count: u64,
}

/// What is old: each instant is the last one that is old. `docs/data.md` states the rules.
#[derive(Clone, Copy, Debug)]
pub struct Clearing {
    /// Idempotency keys that came then or before.
    pub requests: Timestamp,
    /// Deliveries that arrived then or before.
    pub deliveries: Timestamp,
    /// Sessions whose time was over then or before, and that nobody ever tried to pay.
    pub sessions: Timestamp,
    /// How many of each at the most.
    pub most: u32,
}

/// What was deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cleared {
    /// Idempotency keys.
    pub requests: u64,
    /// Deliveries.
    pub deliveries: u64,
    /// Sessions, each with its events.
    pub sessions: u64,
}

impl Cleared {
    /// This and that together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            requests: self.requests.saturating_add(other.requests),
            deliveries: self.deliveries.saturating_add(other.deliveries),
            sessions: self.sessions.saturating_add(other.sessions),
        }
    }

    /// Whether nothing was left to delete.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl Lasting for Cleared {}
