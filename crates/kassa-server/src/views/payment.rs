//! The session's payment, as its payer sees it.

use kassa_wire::view::{ActionView, PaymentView, TransferView};

use super::states::{decline_of, payment_state};
use crate::domain::{AttemptState, CheckoutPayment};
use crate::words::{Locale, amount, moment};

/// A payment with what its latest attempt wants of the payer.
pub(super) fn payment_view(
    known: &CheckoutPayment,
    confirm_url: String,
    locale: Locale,
) -> PaymentView {
    let CheckoutPayment { payment, attempt } = known;
    let total = amount(payment.amount, locale);
    PaymentView {
        reference: payment.reference.clone(),
        state: payment_state(payment.state),
        method: attempt.method,
        date: moment(payment.updated_at, locale),
        decline: decline_of(&attempt.state),
        action: action_of(&attempt.state),
        transfer: transfer_of(&attempt.state).map(|known| TransferView {
            // The processor does not know the payer's language.
            amount: total.clone(),
            ..known.clone()
        }),
        amount: total,
        confirm_url: (attempt.state == AttemptState::Announced).then_some(confirm_url),
    }
}

fn action_of(state: &AttemptState) -> Option<ActionView> {
    match state {
        AttemptState::RequiresAction(action) => Some(ActionView {
            kind: action.kind,
            url: action.url.clone(),
        }),
        AttemptState::Announced | AttemptState::Started | AttemptState::Processing(_) => None,
        AttemptState::Authorized | AttemptState::Captured | AttemptState::Declined(_) => None,
    }
}

fn transfer_of(state: &AttemptState) -> Option<&TransferView> {
    match state {
        AttemptState::Processing(transfer) => transfer.as_ref(),
        AttemptState::Announced | AttemptState::Started | AttemptState::RequiresAction(_) => None,
        AttemptState::Authorized | AttemptState::Captured | AttemptState::Declined(_) => None,
    }
}
