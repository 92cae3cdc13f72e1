//! The contract of sessions.

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::SessionId;

use super::dialect::{Connection, Opened};
use super::{checkout, events, sessions};
use crate::domain::{Checkout, Event, Session};
use crate::store::{Lease, SessionChange, Sessions, StoreError, Swapped};

#[async_trait]
impl Sessions for Opened {
    async fn add_session(&self, session: &Session, event: &Event) -> Result<(), StoreError> {
        writing!(self, connection => add(connection, session, event))
    }

    async fn checkout(&self, id: &SessionId) -> Result<Option<Checkout>, StoreError> {
        asking!(self, connection => checkout::read(connection, id))
    }

    async fn change_session(&self, change: &SessionChange) -> Result<Swapped, StoreError> {
        writing!(self, connection => move_session(connection, change))
    }

    async fn sessions_due(&self, now: Timestamp) -> Result<Vec<Session>, StoreError> {
        asking!(self, connection => sessions::due(connection, now))
    }

    async fn claim_sessions_due(&self, lease: &Lease) -> Result<Vec<Session>, StoreError> {
        sharing!(self, connection => sessions::claim_due(connection, lease))
    }
}

async fn add(
    connection: &mut Connection,
    session: &Session,
    event: &Event,
) -> Result<(), StoreError> {
    sessions::insert(connection, session).await?;
    events::insert(connection, event).await
}

async fn move_session(
    connection: &mut Connection,
    change: &SessionChange,
) -> Result<Swapped, StoreError> {
    let swapped = sessions::swap(connection, &change.before, &change.after).await?;
    if swapped == Swapped::Done {
        events::insert(connection, &change.event).await?;
    }
    Ok(swapped)
}
