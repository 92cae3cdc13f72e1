//! Captures, voids and refunds whose outcome is not known are looked up until it is.

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::Kassa;
use super::operate::{ask, instruction};
use super::reconcile::{is_last, lease};
use super::settle_operation::{SettleOperationError, settle_operation};
use crate::domain::{OperationFailure, OperationId, OperationOutcome};
use crate::meter::timed;
use crate::processor::NoAnswer;
use crate::store::{MoneyMove, StoreError};

/// How long an operation that the processor never heard of is asked for again. A merchant who
/// refunds wants it done, however long the processor was away; but processors forget idempotency
/// keys after a day, and what they forgot would be done twice.
const ASK_AGAIN_FOR: SignedDuration = SignedDuration::from_hours(12);

/// How long after the last time the processor may still be about to hear of it: only then is an
/// operation that it does not know called failed.
const QUIET_FOR: SignedDuration = SignedDuration::from_mins(2);

/// Looks up every operation in flight that last moved at this instant or before.
///
/// # Errors
/// [`StoreError`] where the operations in flight cannot be listed. What goes wrong with one of
/// them is logged, and the next round tries again.
pub async fn reconcile_operations(kassa: &Kassa, until: Timestamp) -> Result<(), StoreError> {
    loop {
        let lease = lease(kassa);
        let taken = kassa.store.claim_operations_in_flight(until, &lease);
        let taken = taken.await?;
        let all = is_last(&taken);
        let mut lookups = JoinSet::new();
        for id in taken {
            let kassa = kassa.clone();
            lookups.spawn(async move { reconcile_or_log(&kassa, &id).await });
        }
        lookups.join_all().await;
        if all {
            return Ok(());
        }
    }
}

/// Looks up one operation, and logs what goes wrong.
pub(super) async fn reconcile_or_log(kassa: &Kassa, id: &OperationId) {
    if let Err(error) = reconcile_operation(kassa, id).await {
        tracing::warn!(operation.id = %id, error = ?error, "an operation was not reconciled");
    }
}

/// Asks the processor where an operation stands, and settles it. One that the processor never
/// heard of is asked for again under its own id.
///
/// # Errors
/// [`SettleOperationError`]; the operation is then still in flight.
pub async fn reconcile_operation(
    kassa: &Kassa,
    id: &OperationId,
) -> Result<(), SettleOperationError> {
    let known = kassa.store.operation(id).await?;
    let known = known.ok_or(SettleOperationError::UnknownOperation)?;
    match look_up(kassa, &known).await {
        Ok(Some(outcome)) => settle_operation(kassa, id, outcome).await,
        Ok(None) => never_heard_of(kassa, &known).await,
        Err(NoAnswer) => {
            tracing::warn!(operation.id = %id, "an operation could not be looked up");
            Ok(())
        }
    }
}

async fn never_heard_of(kassa: &Kassa, known: &MoneyMove) -> Result<(), SettleOperationError> {
    if !known.operation.state.is_in_flight() {
        return Ok(());
    }
    let age = kassa.clock.now().duration_since(known.operation.created_at);
    if age < ASK_AGAIN_FOR {
        ask(kassa, known).await;
        Ok(())
    } else if age < ASK_AGAIN_FOR.saturating_add(QUIET_FOR) {
        Ok(())
    } else {
        let never = OperationOutcome::Failed(OperationFailure::NotProcessed);
        settle_operation(kassa, &known.operation.id, never).await
    }
}

async fn look_up(kassa: &Kassa, known: &MoneyMove) -> Result<Option<OperationOutcome>, NoAnswer> {
    let instruction = instruction(known);
    let limit = kassa.settings.charge_time_limit;
    let asked = async {
        let answer = timeout(limit, kassa.processor.look_up_operation(&instruction)).await;
        answer.unwrap_or(Err(NoAnswer))
    };
    timed(&known.attempt.processor, "look_up_operation", asked).await
}

/// An answer that was lost can often be had by asking once more, without waiting for the next
/// round. Never has anything done again.
pub(super) fn look_again_later(kassa: &Kassa, begun: &MoneyMove) {
    let (task, begun) = (kassa.clone(), begun.clone());
    let running = kassa.charges.begin();
    tokio::spawn(async move {
        if let Ok(Some(outcome)) = look_up(&task, &begun).await {
            let id = &begun.operation.id;
            if let Err(error) = settle_operation(&task, id, outcome).await {
                tracing::warn!(operation.id = %id, error = ?error, "an outcome was not kept");
            }
        }
        drop(running);
    });
}
