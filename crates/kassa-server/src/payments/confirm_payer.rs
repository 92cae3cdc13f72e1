//! The payer confirms their information.

use kassa_wire::SessionId;
use kassa_wire::payer::PayerValues;
use kassa_wire::problem::FieldProblem;

use super::Kassa;
use super::move_session::{SessionMove, move_session};
use super::payer_form::read_payer;
use super::read_checkout::{ReadCheckoutError, read_checkout};
use crate::domain::{Checkout, EventKind, SessionRefusal};
use crate::store::StoreError;

/// What the payer sends.
#[derive(Clone, Debug)]
pub struct ConfirmPayer {
    /// Whose information.
    pub session: SessionId,
    /// The version that the payer saw.
    pub version: u32,
    /// The form, exactly as it was typed.
    pub payer: PayerValues,
}

/// Why the information was not confirmed.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmPayerError {
    /// No session has this id.
    #[error("no session has this id")]
    NotFound,
    /// Somebody changed the session since the payer saw it.
    #[error("the session was changed since this version was read")]
    Stale,
    /// Some fields cannot be taken.
    #[error("some of the payer's fields cannot be taken")]
    Invalid(Vec<FieldProblem>),
    /// The session does not take it.
    #[error(transparent)]
    Refused(#[from] SessionRefusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ReadCheckoutError> for ConfirmPayerError {
    fn from(error: ReadCheckoutError) -> Self {
        match error {
            ReadCheckoutError::NotFound => Self::NotFound,
            ReadCheckoutError::Store(error) => Self::Store(error),
        }
    }
}

/// Takes the payer's information and confirms it: all of it or nothing. What was confirmed before
/// may be changed this way until an attempt is under way.
///
/// # Errors
/// [`ConfirmPayerError`]; nothing was written then.
pub async fn confirm_payer(
    kassa: &Kassa,
    request: ConfirmPayer,
) -> Result<Checkout, ConfirmPayerError> {
    let checkout = read_checkout(kassa, &request.session).await?;
    let now = kassa.clock.now();
    let before = checkout.session.clone();
    before.clone().reopen(now)?;
    if before.version != request.version {
        return Err(ConfirmPayerError::Stale);
    }
    let payer = read_payer(kassa, &checkout, &request.payer);
    let after = before.confirm(payer.map_err(ConfirmPayerError::Invalid)?, now)?;
    let moving = SessionMove {
        after,
        tells: EventKind::SessionConfirmed,
        at: now,
    };
    let moved = move_session(kassa, checkout, moving).await?;
    moved.ok_or(ConfirmPayerError::Stale)
}
