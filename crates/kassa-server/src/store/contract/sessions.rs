//! Checkout sessions.

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::SessionId;

use super::{Lease, StoreError, Swapped};
use crate::domain::{Checkout, Event, Session};

/// Keeps sessions.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// Adds a session with the event that tells of it.
    async fn add_session(&self, session: &Session, event: &Event) -> Result<(), StoreError>;

    /// A session with all that belongs to it.
    async fn checkout(&self, id: &SessionId) -> Result<Option<Checkout>, StoreError>;

    /// Moves a session that is not paying, if nobody moved it meanwhile.
    async fn change_session(&self, change: &SessionChange) -> Result<Swapped, StoreError>;

    /// Sessions that wait and whose time is over.
    async fn sessions_due(&self, now: Timestamp) -> Result<Vec<Session>, StoreError>;

    /// The same, taken for this server.
    async fn claim_sessions_due(&self, lease: &Lease) -> Result<Vec<Session>, StoreError>;
}

/// A session before and after, and what to tell of it.
#[derive(Clone, Debug)]
pub struct SessionChange {
    /// What it was when it was read.
    pub before: Session,
    /// What it is to be.
    pub after: Session,
    /// What happened.
    pub event: Event,
}
