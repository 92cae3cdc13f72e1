//! What an event tells: the payment and the operation as they stood then. No payer's data, no
//! token: whoever hears of it reads the rest with a key.

use serde_json::{Value, json};

use crate::domain::{Finality, Operation, OperationKind, OperationState, Payment, Session};
use crate::views::{payment_state, session_state};

/// A session as it stood.
pub(super) fn session_then(session: &Session) -> Value {
    json!({
        "session": {
            "id": session.id,
            "state": session_state(&session.state),
            "version": session.version,
            "recipient": session.recipient,
            "order": session.order,
            "amount": session.amount,
            "shipping": session.chosen.shipping,
            "discounts": session.chosen.discounts,
            "customer_id": session.details.customer_id,
            "metadata": session.details.metadata,
            "expires_at": session.expires_at.to_string(),
        }
    })
}

/// A payment that was claimed, with where the merchant's server creates it if that is left to it.
pub(super) fn claimed_then(payment: &Payment, confirm_url: Option<&str>) -> Value {
    let mut data = payment_then(payment);
    if let Some(confirm_url) = confirm_url {
        data["payment"]["confirm_url"] = confirm_url.into();
    }
    data
}

/// A payment as it stood.
pub(super) fn payment_then(payment: &Payment) -> Value {
    json!({
        "payment": {
            "reference": payment.reference,
            "session": payment.session,
            "state": payment_state(payment.state),
            "amount": payment.amount,
            "captured": payment.funds.captured,
            "refunded": payment.funds.refunded,
            "created_at": payment.created_at.to_string(),
            "updated_at": payment.updated_at.to_string(),
        }
    })
}

/// A capture, a void or a refund as it stood, with its payment.
pub(super) fn operation_then(operation: &Operation, payment: &Payment) -> Value {
    let mut data = payment_then(payment);
    data[operation_word(operation.kind)] = json!({
        "id": operation.id.0,
        "payment": operation.payment,
        "amount": operation.amount,
        "final": operation.kind == OperationKind::Capture(Finality::Final),
        "state": state_word(operation.state),
        "failure": failure_word(operation.state),
        "reason": operation.reason,
        "created_at": operation.created_at.to_string(),
        "updated_at": operation.updated_at.to_string(),
    });
    data
}

const fn operation_word(kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::Capture(_) => "capture",
        OperationKind::Void => "void",
        OperationKind::Refund => "refund",
    }
}

const fn state_word(state: OperationState) -> &'static str {
    match state {
        OperationState::Initiated => "initiated",
        OperationState::Finished => "finished",
        OperationState::Failed(_) => "failed",
    }
}

const fn failure_word(state: OperationState) -> Option<&'static str> {
    match state {
        OperationState::Initiated | OperationState::Finished => None,
        OperationState::Failed(failure) => Some(failure.as_str()),
    }
}
