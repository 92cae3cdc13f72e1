//! What one payer's screen is made of.

use kassa_wire::SessionId;

use super::Kassa;
use super::expire::expire;
use crate::domain::Checkout;
use crate::store::StoreError;

/// Why there is nothing to read.
#[derive(Debug, thiserror::Error)]
pub enum ReadCheckoutError {
    /// No session has this id.
    #[error("no session has this id")]
    NotFound,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Reads a session with all that belongs to it. One whose time is over is expired on the way, so
/// that nobody ever sees an offer that has ended.
///
/// # Errors
/// [`ReadCheckoutError`].
pub async fn read_checkout(kassa: &Kassa, id: &SessionId) -> Result<Checkout, ReadCheckoutError> {
    let checkout = kassa
        .store
        .checkout(id)
        .await?
        .ok_or(ReadCheckoutError::NotFound)?;
    if !checkout.session.is_due(kassa.clock.now()) {
        return Ok(checkout);
    }
    expire(kassa, checkout.session).await?;
    kassa
        .store
        .checkout(id)
        .await?
        .ok_or(ReadCheckoutError::NotFound)
}
