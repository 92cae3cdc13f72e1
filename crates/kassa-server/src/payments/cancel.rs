//! The payer or the merchant calls it off.

use kassa_wire::SessionId;
use kassa_wire::state::DeclineReason;

use super::Kassa;
use super::announced::{announced, call_off};
use super::move_session::{SessionMove, move_session};
use super::read_checkout::{ReadCheckoutError, read_checkout};
use super::settle::SettleError;
use crate::domain::{Checkout, EventKind, SessionRefusal, SessionState};
use crate::store::StoreError;

/// Why it was not called off.
#[derive(Debug, thiserror::Error)]
pub enum CancelError {
    /// No session has this id.
    #[error("no session has this id")]
    NotFound,
    /// The session cannot be called off any more.
    #[error(transparent)]
    Refused(#[from] SessionRefusal),
    /// An announced payment could not be called off with it.
    #[error(transparent)]
    Payment(#[from] SettleError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ReadCheckoutError> for CancelError {
    fn from(error: ReadCheckoutError) -> Self {
        match error {
            ReadCheckoutError::NotFound => Self::NotFound,
            ReadCheckoutError::Store(error) => Self::Store(error),
        }
    }
}

/// Calls the session off. Calling it off twice is the same as once. A payment that was only
/// announced is called off with it: the processor knows nothing of it.
///
/// # Errors
/// [`CancelError`]; an attempt under way cannot be called off, it has to be settled first.
pub async fn cancel(kassa: &Kassa, id: &SessionId) -> Result<Checkout, CancelError> {
    loop {
        let checkout = read_checkout(kassa, id).await?;
        if checkout.session.state == SessionState::Cancelled {
            return Ok(checkout);
        }
        if let Some(announced) = announced(&checkout) {
            call_off(kassa, announced, DeclineReason::CalledOff).await?;
            continue;
        }
        let now = kassa.clock.now();
        let after = checkout.session.clone().cancel(now)?;
        let moving = SessionMove {
            after,
            tells: EventKind::SessionCancelled,
            at: now,
        };
        if let Some(moved) = move_session(kassa, checkout, moving).await? {
            return Ok(moved);
        }
    }
}
