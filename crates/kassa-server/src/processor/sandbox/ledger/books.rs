//! What the ledger has of a charge, and what it therefore lets be done with it.

use kassa_wire::Money;
use kassa_wire::state::PaymentState;

use super::{ChargeRow, ChargeState, OperationRow};
use crate::domain::{CaptureMode, Finality, OperationFailure, OperationKind, OperationState};

/// The sums of one charge, in minor units. What is not decided counts as if it were done: it may
/// still be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Books {
    charged: Money,
    state: ChargeState,
    /// Taken, or being taken.
    pub(in super::super) captured: i64,
    /// Returned, or being returned.
    pub(in super::super) refunded: i64,
    closed: bool,
}

impl Books {
    /// The sums of a charge and everything that was done with it.
    pub(in super::super) fn of(row: &ChargeRow, operations: &[OperationRow]) -> Self {
        let at_once = row.state == ChargeState::Captured;
        let mut books = Self {
            charged: row.charge.amount,
            state: row.state,
            captured: if at_once { row.charge.amount.amount } else { 0 },
            refunded: 0,
            closed: at_once || row.charge.capture == CaptureMode::Automatic,
        };
        for operation in operations {
            books.count(operation);
        }
        books
    }

    fn count(&mut self, operation: &OperationRow) {
        match operation.state {
            OperationState::Failed(_) => return,
            OperationState::Initiated | OperationState::Finished => {}
        }
        let amount = operation.amount.amount;
        match operation.kind {
            OperationKind::Capture(finality) => {
                self.captured = self.captured.saturating_add(amount);
                self.closed |= finality == Finality::Final || self.captured >= self.charged.amount;
            }
            OperationKind::Void => self.closed = true,
            OperationKind::Refund => self.refunded = self.refunded.saturating_add(amount),
        }
    }

    /// Why this is not done, if it is not.
    pub(super) fn refusal(&self, kind: OperationKind, amount: Money) -> Option<OperationFailure> {
        let reserved = self.state == ChargeState::Authorized && !self.closed;
        let (possible, left) = match kind {
            OperationKind::Capture(_) => {
                (reserved, self.charged.amount.saturating_sub(self.captured))
            }
            OperationKind::Void => (reserved && self.captured == 0, self.charged.amount),
            OperationKind::Refund => (
                self.captured > 0,
                self.captured.saturating_sub(self.refunded),
            ),
        };
        if !possible {
            Some(OperationFailure::WrongState)
        } else if amount.currency != self.charged.currency || !(1..=left).contains(&amount.amount) {
            Some(OperationFailure::TooMuch)
        } else {
            None
        }
    }

    /// In the words of the wire, so that the ledger can be compared with a payment.
    pub(in super::super) fn on_the_wire(&self) -> PaymentState {
        let (captured, refunded) = (self.captured, self.refunded);
        if refunded > 0 && refunded >= captured {
            PaymentState::Refunded
        } else if refunded > 0 {
            PaymentState::PartiallyRefunded
        } else if captured > 0 && captured < self.charged.amount {
            PaymentState::PartiallyCaptured
        } else if captured > 0 {
            PaymentState::Captured
        } else {
            self.state.on_the_wire()
        }
    }
}
