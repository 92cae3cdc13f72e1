//! A payer opens the page, perhaps on the way back from a page of the processor's.

use std::time::Duration;

use kassa_wire::SessionId;
use tokio::time::timeout;

use super::reconcile::look_again;
use super::{Kassa, ReadCheckoutError, read_checkout};
use crate::domain::{AttemptId, AttemptState, Checkout};

/// How long a page waits for the processor. After it the page shows what is known already.
const PATIENCE: Duration = Duration::from_secs(2);

/// Reads a session for its page. Where the payer was sent elsewhere the processor is asked what
/// came of it: its notice may be slower than the payer, whom without scripts nothing tells later.
///
/// # Errors
/// [`ReadCheckoutError`].
pub async fn come_back(kassa: &Kassa, id: &SessionId) -> Result<Checkout, ReadCheckoutError> {
    let checkout = read_checkout(kassa, id).await?;
    let Some(attempt) = sent_elsewhere(&checkout) else {
        return Ok(checkout);
    };
    match timeout(PATIENCE, look_again(kassa, attempt)).await {
        Ok(Ok(())) => read_checkout(kassa, id).await,
        Ok(Err(error)) => {
            tracing::warn!(attempt.id = %attempt, error = ?error, "an attempt could not be settled");
            Ok(checkout)
        }
        Err(_) => Ok(checkout),
    }
}

fn sent_elsewhere(checkout: &Checkout) -> Option<&AttemptId> {
    let attempt = &checkout.payment.as_ref()?.attempt;
    if let AttemptState::RequiresAction(_) = attempt.state {
        Some(&attempt.id)
    } else {
        None
    }
}
