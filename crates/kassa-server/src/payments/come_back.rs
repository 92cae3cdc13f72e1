//! A payer opens the page, perhaps on the way back from a page of the processor's, perhaps while a
//! press of theirs is still being answered.

use std::time::Duration;

use kassa_wire::SessionId;
use tokio::sync::broadcast::Receiver;
use tokio::time::timeout;

use super::reconcile::look_again;
use super::{Change, Kassa, ReadCheckoutError, read_checkout};
use crate::domain::{Attempt, AttemptState, Checkout};

/// How long a page waits for the processor. After it the page shows what is known already.
const PATIENCE: Duration = Duration::from_secs(2);

/// Reads a session for its page. Without scripts nothing tells the payer later what came of the
/// payment, so the page waits for it a little: where the payer was sent elsewhere the processor is
/// asked, whose notice may be slower than the payer; where a charge is being asked for, as after a
/// second press, its answer is awaited.
///
/// # Errors
/// [`ReadCheckoutError`].
pub async fn come_back(kassa: &Kassa, id: &SessionId) -> Result<Checkout, ReadCheckoutError> {
    // First listen, then read: an answer in between is not missed.
    let changes = kassa.changes.subscribe();
    let checkout = read_checkout(kassa, id).await?;
    let Some(attempt) = checkout.payment.as_ref().map(|known| &known.attempt) else {
        return Ok(checkout);
    };
    match attempt.state {
        AttemptState::Started => answered(kassa, &checkout, changes).await,
        AttemptState::RequiresAction(_) => {
            let attempt = attempt.clone();
            looked_up(kassa, checkout, &attempt).await
        }
        AttemptState::Announced | AttemptState::Processing(_) => Ok(checkout),
        AttemptState::Authorized | AttemptState::Captured | AttemptState::Declined(_) => {
            Ok(checkout)
        }
    }
}

async fn looked_up(
    kassa: &Kassa,
    checkout: Checkout,
    attempt: &Attempt,
) -> Result<Checkout, ReadCheckoutError> {
    match timeout(PATIENCE, look_again(kassa, attempt)).await {
        Ok(Ok(())) => read_checkout(kassa, &checkout.session.id).await,
        Ok(Err(error)) => {
            tracing::warn!(attempt.id = %attempt.id, error = ?error, "an attempt could not be settled");
            Ok(checkout)
        }
        Err(_) => Ok(checkout),
    }
}

/// The session as it is once it has moved on, or once the time to wait for that is over.
async fn answered(
    kassa: &Kassa,
    checkout: &Checkout,
    mut changes: Receiver<Change>,
) -> Result<Checkout, ReadCheckoutError> {
    let session = &checkout.session;
    let moved = async {
        while let Ok(change) = changes.recv().await {
            if change.session == session.id && change.version > session.version {
                return;
            }
        }
    };
    // Whoever waited in vain, or fell behind, reads what there is.
    let _moved_or_not = timeout(PATIENCE, moved).await;
    read_checkout(kassa, &session.id).await
}
