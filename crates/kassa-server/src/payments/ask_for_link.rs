//! The payer of a session that is over asks the merchant for a new link.

use kassa_wire::SessionId;

use super::Kassa;
use super::move_session::{SessionMove, move_session};
use super::read_checkout::{ReadCheckoutError, read_checkout};
use crate::domain::{Checkout, EventKind};

/// Tells the merchant that the payer needs a new link. However often it is asked, they are told
/// once; as long as the link leads somewhere, nobody is.
///
/// # Errors
/// [`ReadCheckoutError`]; nobody was told by this then.
pub async fn ask_for_link(kassa: &Kassa, id: &SessionId) -> Result<Checkout, ReadCheckoutError> {
    loop {
        let checkout = read_checkout(kassa, id).await?;
        let now = kassa.clock.now();
        let after = checkout.session.clone().ask_for_link(now);
        if after == checkout.session {
            return Ok(checkout);
        }
        let moving = SessionMove {
            after,
            tells: EventKind::SessionLinkRequested,
            at: now,
        };
        if let Some(moved) = move_session(kassa, checkout, moving).await? {
            return Ok(moved);
        }
    }
}
