//! What happened.

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::{AccountId, SessionId};

use super::{Page, StoreError};
use crate::domain::{Event, EventId};

/// Keeps what happened. Most events are written with what they tell of, by other topics' methods;
/// each is written with a delivery for every webhook endpoint that wants it.
#[async_trait]
pub trait Events: Send + Sync {
    /// Writes that something happened which moved nothing.
    async fn add_event(&self, event: &Event) -> Result<(), StoreError>;

    /// What happened in a session, oldest first.
    async fn events(&self, session: &SessionId) -> Result<Vec<Event>, StoreError>;

    /// A page of what happened to an account, oldest first. An event that is listed has all before
    /// it listed: whoever goes on after the last one misses nothing.
    async fn list_events(&self, list: &ListEvents) -> Result<Page<Event>, StoreError>;
}

/// Which events.
#[derive(Clone, Debug)]
pub struct ListEvents {
    /// Whose.
    pub account: AccountId,
    /// The last one of the page before.
    pub after: Option<EventId>,
    /// Now.
    pub now: Timestamp,
    /// How many at the most.
    pub most: u32,
}
