//! A payment that was announced ends without having been created.

use kassa_wire::state::DeclineReason;

use super::Kassa;
use super::settle::{SettleError, settled};
use crate::domain::{AttemptState, Checkout};
use crate::store::{InFlight, Swapped};

/// Calls off what was read as announced. The processor was never asked, so nothing was taken. Where
/// the merchant created the payment meanwhile, that stands and nothing is called off.
pub(super) async fn call_off(
    kassa: &Kassa,
    announced: InFlight,
    why: DeclineReason,
) -> Result<(), SettleError> {
    let settle = settled(kassa, announced, AttemptState::Declined(why))?;
    if kassa.store.settle_attempt(&settle).await? == Swapped::Done {
        let session = &settle.after.session;
        kassa.changes.tell(&session.id, session.version);
    }
    Ok(())
}

/// A session's payment, if it is one that was only announced.
pub(super) fn announced(checkout: &Checkout) -> Option<InFlight> {
    let paying = checkout.payment.as_ref()?;
    (paying.attempt.state == AttemptState::Announced).then(|| InFlight {
        attempt: paying.attempt.clone(),
        payment: paying.payment.clone(),
        session: checkout.session.clone(),
    })
}
