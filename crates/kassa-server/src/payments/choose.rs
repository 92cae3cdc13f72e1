//! The payer chooses how it is sent, or gives codes that make it cheaper.

use kassa_wire::SessionId;

use super::Kassa;
use super::move_session::{SessionMove, move_session};
use super::read_checkout::{ReadCheckoutError, read_checkout};
use crate::domain::{Checkout, ChoiceRefusal, EventKind, SessionRefusal};
use crate::store::StoreError;

/// What the payer chooses.
#[derive(Clone, Debug)]
pub struct Choose {
    /// In which session.
    pub session: SessionId,
    /// The version that the payer saw.
    pub version: u32,
    /// What.
    pub choice: Choice,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A shipping option, by its id.
    Shipping(String),
    /// All codes that are to count.
    Discounts(Vec<String>),
}

/// Why nothing was chosen.
#[derive(Debug, thiserror::Error)]
pub enum ChooseError {
    /// No session has this id.
    #[error("no session has this id")]
    NotFound,
    /// Somebody changed the session since the payer saw it.
    #[error("the session was changed since this version was read")]
    Stale,
    /// The order does not offer it.
    #[error(transparent)]
    Choice(#[from] ChoiceRefusal),
    /// The session does not take it.
    #[error(transparent)]
    Refused(#[from] SessionRefusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ReadCheckoutError> for ChooseError {
    fn from(error: ReadCheckoutError) -> Self {
        match error {
            ReadCheckoutError::NotFound => Self::NotFound,
            ReadCheckoutError::Store(error) => Self::Store(error),
        }
    }
}

/// Takes what the payer chose, with the new total. What was confirmed stays confirmed: the payer
/// sees the new total before they pay it.
///
/// # Errors
/// [`ChooseError`]; nothing was written then.
pub async fn choose(kassa: &Kassa, request: Choose) -> Result<Checkout, ChooseError> {
    let checkout = read_checkout(kassa, &request.session).await?;
    let now = kassa.clock.now();
    let before = checkout.session.clone();
    before.clone().reopen(now)?;
    if before.version != request.version {
        return Err(ChooseError::Stale);
    }
    let (order, known) = (&checkout.order, before.chosen.clone());
    let chosen = match &request.choice {
        Choice::Shipping(option) => order.sent_by(option, known)?,
        Choice::Discounts(codes) => order.cheaper_by(codes, known)?,
    };
    let amount = order.price(&chosen)?;
    let after = before.choose(chosen, amount, now)?;
    let moving = SessionMove {
        after,
        tells: EventKind::SessionUpdated,
        at: now,
    };
    let moved = move_session(kassa, checkout, moving).await?;
    moved.ok_or(ChooseError::Stale)
}
