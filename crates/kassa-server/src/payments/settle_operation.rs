//! The outcome of a capture, a void or a refund arrives.

use jiff::Timestamp;

use super::Kassa;
use super::happened::happened_to_money;
use crate::domain::{
    EventKind, MoneyRefusal, Operation, OperationId, OperationKind, OperationOutcome,
    OperationState, PaymentState, Settled,
};
use crate::store::{MoneyMove, SettleOperation, StoreError, Swapped};

/// Why an outcome was not kept. It is not lost: the processor will be asked again.
#[derive(Debug, thiserror::Error)]
pub enum SettleOperationError {
    /// There is no such operation.
    #[error("no operation has this id")]
    UnknownOperation,
    /// The operation and its payment disagree.
    #[error(transparent)]
    Money(#[from] MoneyRefusal),
    /// Somebody moved the operation or its payment every time.
    #[error("the operation could not be moved")]
    Contended,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How often to read again when somebody else moved something meanwhile.
const PATIENCE: usize = 8;

/// Takes in what the processor says of an operation, however late and however often. Saying it
/// twice is the same as once; a certain outcome is never replaced, but by a refund's that the
/// payer's bank sent back: what contradicts it is logged, kept as an event, and moves nothing.
///
/// # Errors
/// [`SettleOperationError`]; nothing was written then.
pub async fn settle_operation(
    kassa: &Kassa,
    id: &OperationId,
    outcome: OperationOutcome,
) -> Result<(), SettleOperationError> {
    for _ in 0..PATIENCE {
        let found = kassa.store.operation(id).await?;
        let before = found.ok_or(SettleOperationError::UnknownOperation)?;
        let state = match before.operation.settle(outcome) {
            Ok(Settled::Moved(state)) => state,
            Ok(Settled::Unchanged) => return Ok(()),
            Err(_) => return contradicted(kassa, &before).await,
        };
        let settle = settled(kassa, before, state)?;
        if kassa.store.settle_operation(&settle).await? == Swapped::Done {
            return Ok(());
        }
    }
    Err(SettleOperationError::Contended)
}

async fn contradicted(kassa: &Kassa, known: &MoneyMove) -> Result<(), SettleOperationError> {
    tracing::error!(
        operation.id = %known.operation.id,
        payment.reference = %known.payment.reference,
        "the processor contradicts a certain outcome: a person has to look"
    );
    let event = happened_to_money(kassa, EventKind::PaymentContradicted, known);
    Ok(kassa.store.add_event(&event).await?)
}

fn settled(
    kassa: &Kassa,
    before: MoneyMove,
    state: OperationState,
) -> Result<SettleOperation, MoneyRefusal> {
    let now = kassa.clock.now();
    let after = MoneyMove {
        payment: moved(&before, state, now)?,
        operation: Operation {
            state,
            updated_at: now,
            ..before.operation.clone()
        },
        attempt: before.attempt.clone(),
    };
    let events = vec![happened_to_money(kassa, tells(&after), &after)];
    Ok(SettleOperation {
        before,
        after,
        events,
    })
}

fn moved(
    before: &MoneyMove,
    state: OperationState,
    now: Timestamp,
) -> Result<crate::domain::Payment, MoneyRefusal> {
    let (payment, operation) = (before.payment.clone(), &before.operation);
    match state {
        OperationState::Initiated => Ok(payment),
        OperationState::Finished => payment.finish(operation.kind, operation.amount, now),
        OperationState::Failed(_) => match operation.state {
            OperationState::Finished => payment.take_back(operation.amount, now),
            OperationState::Initiated | OperationState::Failed(_) => {
                payment.give_up(operation.kind, operation.amount, now)
            }
        },
    }
}

/// Which event tells of it.
const fn tells(after: &MoneyMove) -> EventKind {
    let failed = match after.operation.state {
        OperationState::Failed(_) => true,
        OperationState::Initiated | OperationState::Finished => false,
    };
    match (after.operation.kind, failed) {
        (OperationKind::Capture(_), true) => EventKind::PaymentCaptureFailed,
        (OperationKind::Capture(_), false) => match after.payment.state {
            PaymentState::PartiallyCaptured => EventKind::PaymentPartiallyCaptured,
            PaymentState::Created | PaymentState::RequiresAction | PaymentState::Processing => {
                EventKind::PaymentCaptured
            }
            PaymentState::Authorized | PaymentState::Captured | PaymentState::Voided => {
                EventKind::PaymentCaptured
            }
            PaymentState::Declined | PaymentState::Failed => EventKind::PaymentCaptured,
            PaymentState::PartiallyRefunded | PaymentState::Refunded => EventKind::PaymentCaptured,
        },
        (OperationKind::Void, true) => EventKind::PaymentVoidFailed,
        (OperationKind::Void, false) => EventKind::PaymentVoided,
        (OperationKind::Refund, true) => EventKind::RefundFailed,
        (OperationKind::Refund, false) => EventKind::RefundFinished,
    }
}
