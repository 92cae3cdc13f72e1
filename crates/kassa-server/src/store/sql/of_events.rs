//! The contract of events.

use async_trait::async_trait;
use kassa_wire::SessionId;

use super::dialect::Opened;
use super::events;
use crate::domain::Event;
use crate::store::{Events, ListEvents, Page, StoreError};

#[async_trait]
impl Events for Opened {
    async fn add_event(&self, event: &Event) -> Result<(), StoreError> {
        writing!(self, connection => events::insert(connection, event))
    }

    async fn events(&self, session: &SessionId) -> Result<Vec<Event>, StoreError> {
        reading!(self, connection => events::of_session(connection, session))
    }

    async fn list_events(&self, list: &ListEvents) -> Result<Page<Event>, StoreError> {
        reading!(self, connection => events::list(connection, list))
    }
}
