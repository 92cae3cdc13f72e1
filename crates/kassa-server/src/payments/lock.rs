//! The merchant's page locks a session, while the merchant's server changes it.

use kassa_wire::SessionId;

use super::Kassa;
use super::move_session::{SessionMove, move_session};
use super::read_checkout::{ReadCheckoutError, read_checkout};
use crate::domain::{Checkout, EventKind, SessionRefusal};
use crate::store::StoreError;

/// Why a session was not locked.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// No session has this id.
    #[error("no session has this id")]
    NotFound,
    /// The session cannot be changed any more.
    #[error(transparent)]
    Refused(#[from] SessionRefusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ReadCheckoutError> for LockError {
    fn from(error: ReadCheckoutError) -> Self {
        match error {
            ReadCheckoutError::NotFound => Self::NotFound,
            ReadCheckoutError::Store(error) => Self::Store(error),
        }
    }
}

/// Locks a session: the payer may look, and may not confirm or pay, until the merchant's server
/// has changed it or five minutes are over. Locking it again begins the five minutes anew.
///
/// # Errors
/// [`LockError`]; it is not locked by this then.
pub async fn lock(kassa: &Kassa, id: &SessionId) -> Result<Checkout, LockError> {
    loop {
        let checkout = read_checkout(kassa, id).await?;
        let now = kassa.clock.now();
        let after = checkout.session.clone().lock(now)?;
        let moving = SessionMove {
            after,
            tells: EventKind::SessionLocked,
            at: now,
        };
        if let Some(moved) = move_session(kassa, checkout, moving).await? {
            return Ok(moved);
        }
    }
}
