//! States in the words of the wire.

use kassa_wire::state;

use crate::domain::{AttemptState, CaptureMode, PaymentCreation, PaymentState, SessionState};

/// Where a session stands.
#[must_use]
pub const fn session_state(known: &SessionState) -> state::SessionState {
    match known {
        SessionState::Open => state::SessionState::Open,
        SessionState::Confirmed => state::SessionState::Confirmed,
        SessionState::Paying { .. } => state::SessionState::Paying,
        SessionState::Complete { .. } => state::SessionState::Complete,
        SessionState::Expired => state::SessionState::Expired,
        SessionState::Cancelled => state::SessionState::Cancelled,
    }
}

/// When the money is taken.
#[must_use]
pub const fn capture_mode(known: CaptureMode) -> state::CaptureMode {
    match known {
        CaptureMode::Automatic => state::CaptureMode::Automatic,
        CaptureMode::Manual => state::CaptureMode::Manual,
    }
}

/// Who creates the payment.
#[must_use]
pub const fn payment_creation(known: PaymentCreation) -> state::PaymentCreation {
    match known {
        PaymentCreation::Automatic => state::PaymentCreation::Automatic,
        PaymentCreation::Merchant => state::PaymentCreation::Merchant,
    }
}

/// Where a payment stands.
#[must_use]
pub const fn payment_state(known: PaymentState) -> state::PaymentState {
    match known {
        PaymentState::Created => state::PaymentState::Created,
        PaymentState::RequiresAction => state::PaymentState::RequiresAction,
        PaymentState::Processing => state::PaymentState::Processing,
        PaymentState::Authorized => state::PaymentState::Authorized,
        PaymentState::Captured => state::PaymentState::Captured,
        PaymentState::PartiallyCaptured => state::PaymentState::PartiallyCaptured,
        PaymentState::Voided => state::PaymentState::Voided,
        PaymentState::Declined => state::PaymentState::Declined,
        PaymentState::Failed => state::PaymentState::Failed,
        PaymentState::PartiallyRefunded => state::PaymentState::PartiallyRefunded,
        PaymentState::Refunded => state::PaymentState::Refunded,
    }
}

/// Where an attempt stands, in a payment's words.
pub(super) const fn attempt_state(known: &AttemptState) -> state::PaymentState {
    match known {
        AttemptState::Announced | AttemptState::Started => state::PaymentState::Created,
        AttemptState::RequiresAction(_) => state::PaymentState::RequiresAction,
        AttemptState::Processing(_) => state::PaymentState::Processing,
        AttemptState::Authorized => state::PaymentState::Authorized,
        AttemptState::Captured => state::PaymentState::Captured,
        AttemptState::Declined(_) => state::PaymentState::Declined,
    }
}

/// Why an attempt was refused, if it was.
pub(super) const fn decline_of(known: &AttemptState) -> Option<state::DeclineReason> {
    match known {
        AttemptState::Declined(reason) => Some(*reason),
        AttemptState::Announced | AttemptState::Started | AttemptState::RequiresAction(_) => None,
        AttemptState::Processing(_) | AttemptState::Authorized | AttemptState::Captured => None,
    }
}
