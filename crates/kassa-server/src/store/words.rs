//! States as the columns of every store name them. These words never change: rows hold them.

use std::collections::BTreeSet;

use kassa_wire::state::{DeclineReason, MethodKind};

use crate::domain::{
    AttemptState, CaptureMode, EventKind, Finality, InvitationFailure, InvitationState,
    OperationFailure, OperationKind, OperationState, Payment, PaymentCreation, PaymentState,
    Session, SessionState,
};

pub(super) const fn session_state(state: &SessionState) -> &'static str {
    match state {
        SessionState::Open => "open",
        SessionState::Confirmed => "confirmed",
        SessionState::Paying { .. } => "paying",
        SessionState::Complete { .. } => "complete",
        SessionState::Expired => "expired",
        SessionState::Cancelled => "cancelled",
    }
}

pub(super) const fn attempt_state(state: &AttemptState) -> &'static str {
    match state {
        AttemptState::Announced => "announced",
        AttemptState::Started => "started",
        AttemptState::RequiresAction(_) => "requires_action",
        AttemptState::Processing(_) => "processing",
        AttemptState::Authorized => "authorized",
        AttemptState::Captured => "captured",
        AttemptState::Declined(_) => "declined",
    }
}

pub(crate) const fn payment_state(state: PaymentState) -> &'static str {
    match state {
        PaymentState::Created => "created",
        PaymentState::RequiresAction => "requires_action",
        PaymentState::Processing => "processing",
        PaymentState::Authorized => "authorized",
        PaymentState::Captured => "captured",
        PaymentState::PartiallyCaptured => "partially_captured",
        PaymentState::Voided => "voided",
        PaymentState::Declined => "declined",
        PaymentState::Failed => "failed",
        PaymentState::PartiallyRefunded => "partially_refunded",
        PaymentState::Refunded => "refunded",
    }
}

pub(super) fn payment_state_of(word: &str) -> Option<PaymentState> {
    let mut all = PaymentState::ALL.iter().copied();
    all.find(|state| payment_state(*state) == word)
}

pub(super) const fn capture_mode(mode: CaptureMode) -> &'static str {
    match mode {
        CaptureMode::Automatic => "automatic",
        CaptureMode::Manual => "manual",
    }
}

pub(super) fn capture_mode_of(word: &str) -> Option<CaptureMode> {
    const ALL: [CaptureMode; 2] = [CaptureMode::Automatic, CaptureMode::Manual];
    ALL.into_iter().find(|mode| capture_mode(*mode) == word)
}

pub(super) const fn payment_creation(creation: PaymentCreation) -> &'static str {
    match creation {
        PaymentCreation::Automatic => "automatic",
        PaymentCreation::Merchant => "merchant",
    }
}

pub(super) fn payment_creation_of(word: &str) -> Option<PaymentCreation> {
    const ALL: [PaymentCreation; 2] = [PaymentCreation::Automatic, PaymentCreation::Merchant];
    ALL.into_iter()
        .find(|creation| payment_creation(*creation) == word)
}

pub(super) const fn operation_kind(kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::Capture(Finality::More) => "capture",
        OperationKind::Capture(Finality::Final) => "final_capture",
        OperationKind::Void => "void",
        OperationKind::Refund => "refund",
    }
}

pub(super) fn operation_kind_of(word: &str) -> Option<OperationKind> {
    const ALL: [OperationKind; 4] = [
        OperationKind::Capture(Finality::More),
        OperationKind::Capture(Finality::Final),
        OperationKind::Void,
        OperationKind::Refund,
    ];
    ALL.into_iter().find(|kind| operation_kind(*kind) == word)
}

pub(super) const fn operation_state(state: OperationState) -> &'static str {
    match state {
        OperationState::Initiated => "initiated",
        OperationState::Finished => "finished",
        OperationState::Failed(_) => "failed",
    }
}

pub(super) fn operation_failure_of(word: &str) -> Option<OperationFailure> {
    OperationFailure::ALL
        .iter()
        .copied()
        .find(|failure| failure.as_str() == word)
}

pub(super) const fn method(method: MethodKind) -> &'static str {
    match method {
        MethodKind::Card => "card",
        MethodKind::BankTransfer => "bank_transfer",
        MethodKind::Wallet => "wallet",
    }
}

pub(super) fn method_of(word: &str) -> Option<MethodKind> {
    const ALL: [MethodKind; 3] = [
        MethodKind::Card,
        MethodKind::BankTransfer,
        MethodKind::Wallet,
    ];
    ALL.into_iter().find(|kind| method(*kind) == word)
}

pub(super) const fn decline(reason: DeclineReason) -> &'static str {
    match reason {
        DeclineReason::Declined => "declined",
        DeclineReason::InsufficientFunds => "insufficient_funds",
        DeclineReason::ExpiredCard => "expired_card",
        DeclineReason::ChallengeFailed => "challenge_failed",
        DeclineReason::CalledOff => "called_off",
        DeclineReason::NotProcessed => "not_processed",
    }
}

pub(super) fn decline_of(word: &str) -> Option<DeclineReason> {
    const ALL: [DeclineReason; 6] = [
        DeclineReason::Declined,
        DeclineReason::InsufficientFunds,
        DeclineReason::ExpiredCard,
        DeclineReason::ChallengeFailed,
        DeclineReason::CalledOff,
        DeclineReason::NotProcessed,
    ];
    ALL.into_iter().find(|reason| decline(*reason) == word)
}

pub(super) fn event_kind_of(word: &str) -> Option<EventKind> {
    EventKind::ALL
        .iter()
        .copied()
        .find(|kind| kind.as_str() == word)
}

/// What a query is looked for in. Rust knows the lower case of every script; SQLite of ASCII only.
/// PostgreSQL keeps no NUL, and nothing can be found by one.
pub(super) fn searchable(parts: &[&str]) -> String {
    parts.join("\n").replace('\0', "").to_lowercase()
}

/// What a payment is found by: its reference, and the words of its order's number, its payer's
/// email and its payer's name.
pub(super) fn payment_words(payment: &Payment, session: &Session) -> BTreeSet<String> {
    let typed = |field: &str| session.payer.get(field).map_or("", String::as_str);
    let text = searchable(&[
        payment.reference.as_str(),
        session.order.as_str(),
        typed("email"),
        typed("first_name"),
        typed("last_name"),
    ]);
    text.split_whitespace().map(str::to_owned).collect()
}

pub(super) const fn invitation_state(state: InvitationState) -> &'static str {
    match state {
        InvitationState::Kept => "kept",
        InvitationState::Waiting => "waiting",
        InvitationState::Sent => "sent",
        InvitationState::Failed(_) => "failed",
    }
}

pub(super) const fn invitation_failure(failure: InvitationFailure) -> &'static str {
    match failure {
        InvitationFailure::Refused => "refused",
        InvitationFailure::NotTaken => "not_taken",
        InvitationFailure::SessionOver => "session_over",
    }
}

pub(super) fn invitation_failure_of(word: &str) -> Option<InvitationFailure> {
    const ALL: [InvitationFailure; 3] = [
        InvitationFailure::Refused,
        InvitationFailure::NotTaken,
        InvitationFailure::SessionOver,
    ];
    ALL.into_iter()
        .find(|failure| invitation_failure(*failure) == word)
}
