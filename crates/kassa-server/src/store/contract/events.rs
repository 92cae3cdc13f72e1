//! What happened.

use async_trait::async_trait;
use kassa_wire::SessionId;

use super::StoreError;
use crate::domain::Event;

/// Keeps what happened. Most events are written with what they tell of, by other topics' methods;
/// each is written with a delivery for every webhook endpoint that wants it.
#[async_trait]
pub trait Events: Send + Sync {
    /// Writes that something happened which moved nothing.
    async fn add_event(&self, event: &Event) -> Result<(), StoreError>;

    /// What happened in a session, oldest first.
    async fn events(&self, session: &SessionId) -> Result<Vec<Event>, StoreError>;
}
