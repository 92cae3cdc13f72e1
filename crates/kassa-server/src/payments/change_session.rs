//! The merchant changes a session that waits.

use jiff::Timestamp;
use kassa_wire::SessionId;

use super::Kassa;
use super::callbacks::callbacks_endpoint;
use super::move_session::{SessionMove, move_session};
use super::open_session::{OpenSessionError, refuse_wrong_amount, refuse_wrong_order};
use super::read_checkout::{ReadCheckoutError, read_checkout};
use crate::domain::{Checkout, EventKind, Session, SessionChanges, SessionRefusal};
use crate::store::StoreError;

/// Why a session was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeSessionError {
    /// No session has this id.
    #[error("no session has this id")]
    NotFound,
    /// No session could be opened like that either.
    #[error(transparent)]
    Offer(#[from] OpenSessionError),
    /// The session is not to be changed any more.
    #[error(transparent)]
    Refused(#[from] SessionRefusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ReadCheckoutError> for ChangeSessionError {
    fn from(error: ReadCheckoutError) -> Self {
        match error {
            ReadCheckoutError::NotFound => Self::NotFound,
            ReadCheckoutError::Store(error) => Self::Store(error),
        }
    }
}

/// Changes a session and ends its lock. The open page hears of it, and what it shows is stale for
/// confirming and paying. What is so already is not changed again: no event tells of it.
///
/// # Errors
/// [`ChangeSessionError`]; nothing was changed then.
pub async fn change_session(
    kassa: &Kassa,
    id: &SessionId,
    changes: &SessionChanges,
) -> Result<Checkout, ChangeSessionError> {
    loop {
        let checkout = read_checkout(kassa, id).await?;
        let now = kassa.clock.now();
        let before = checkout.session.clone();
        let after = before.clone().update(priced(changes, &checkout)?, now)?;
        refuse_wrong_changes(&checkout, changes, now)?;
        let locks = after.locks.refuse_unknown(&checkout.recipient);
        locks.map_err(OpenSessionError::from)?;
        if is_same(&before, &after) {
            return Ok(checkout);
        }
        if after.details.callback_url.is_some() {
            callbacks_endpoint(kassa, &after.account).await?;
        }
        let moving = SessionMove {
            after,
            tells: EventKind::SessionUpdated,
            at: now,
        };
        if let Some(moved) = move_session(kassa, checkout, moving).await? {
            return Ok(moved);
        }
    }
}

/// The order's new price with what the payer chose of what it still offers.
fn priced(
    changes: &SessionChanges,
    checkout: &Checkout,
) -> Result<SessionChanges, OpenSessionError> {
    let mut changes = changes.clone();
    if changes.amount.is_some() {
        let chosen = checkout.order.still_offered(&checkout.session.chosen);
        changes.amount = Some(checkout.order.price(&chosen)?);
        changes.chosen = Some(chosen);
    }
    Ok(changes)
}

/// A session costs what its order costs: where the merchant says an amount it has to be what the
/// order costs now.
fn refuse_wrong_changes(
    checkout: &Checkout,
    changes: &SessionChanges,
    now: Timestamp,
) -> Result<(), OpenSessionError> {
    if let Some(amount) = changes.amount {
        refuse_wrong_amount(amount, &checkout.order)?;
        refuse_wrong_order(&checkout.order, &checkout.recipient)?;
    }
    match changes.expires_at {
        Some(at) if at <= now => Err(OpenSessionError::ExpiresInThePast),
        Some(_) | None => Ok(()),
    }
}

/// Whether nothing would change but the version.
fn is_same(before: &Session, after: &Session) -> bool {
    let version = before.version;
    let unmoved = Session {
        version,
        ..after.clone()
    };
    unmoved == *before
}
