//! Captures, voids and refunds in the words of the wire.

use kassa_wire::merchant;
use kassa_wire::state;

use crate::domain::{Finality, Operation, OperationFailure, OperationKind, OperationState};

/// A capture, a void or a refund.
#[must_use]
pub fn merchant_operation(operation: &Operation) -> merchant::Operation {
    let (kind, is_final) = kind_of(operation.kind);
    let (state, failure) = state_of(operation.state);
    merchant::Operation {
        id: operation.id.0.clone(),
        kind,
        payment: operation.payment.clone(),
        amount: operation.amount,
        is_final,
        reason: operation.reason.clone(),
        state,
        failure,
        created_at: operation.created_at.to_string(),
        updated_at: operation.updated_at.to_string(),
    }
}

const fn kind_of(kind: OperationKind) -> (state::OperationKind, Option<bool>) {
    match kind {
        OperationKind::Capture(Finality::Final) => (state::OperationKind::Capture, Some(true)),
        OperationKind::Capture(Finality::More) => (state::OperationKind::Capture, Some(false)),
        OperationKind::Void => (state::OperationKind::Void, None),
        OperationKind::Refund => (state::OperationKind::Refund, None),
    }
}

const fn state_of(
    known: OperationState,
) -> (state::OperationState, Option<state::OperationFailure>) {
    match known {
        OperationState::Initiated => (state::OperationState::Initiated, None),
        OperationState::Finished => (state::OperationState::Finished, None),
        OperationState::Failed(failure) => {
            (state::OperationState::Failed, Some(failure_of(failure)))
        }
    }
}

const fn failure_of(known: OperationFailure) -> state::OperationFailure {
    match known {
        OperationFailure::TooMuch => state::OperationFailure::TooMuch,
        OperationFailure::WrongState => state::OperationFailure::WrongState,
        OperationFailure::Expired => state::OperationFailure::Expired,
        OperationFailure::Refused => state::OperationFailure::Refused,
        OperationFailure::NotProcessed => state::OperationFailure::NotProcessed,
    }
}
