//! Attempts whose outcome is not known are looked up until it is.

use jiff::{SignedDuration, Timestamp};
use kassa_wire::state::DeclineReason;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::Kassa;
use super::charge::charge;
use super::settle::{SettleError, settle};
use crate::domain::{AttemptId, Outcome};
use crate::processor::ProcessorError;
use crate::store::{InFlight, StoreError};

/// How long a charge that the processor never heard of is asked for again. Whoever left the page
/// longer ago than this does not expect to be charged any more.
const CHARGE_AGAIN_FOR: SignedDuration = SignedDuration::from_mins(10);

/// How long after the last charge the processor may still be about to hear of it: only then is an
/// attempt that it does not know called off.
const QUIET_FOR: SignedDuration = SignedDuration::from_mins(2);

/// How many attempts are looked up at once.
const AT_ONCE: usize = 16;

/// Looks up every attempt in flight that last moved at this instant or before: all of them on
/// start; later only those that no running charge is about to settle.
///
/// # Errors
/// [`StoreError`] where the attempts in flight cannot be listed. What goes wrong with one of them
/// is logged, and the next round tries again.
pub async fn reconcile(kassa: &Kassa, until: Timestamp) -> Result<(), StoreError> {
    let attempts = kassa.store.attempts_in_flight(until).await?;
    for together in attempts.chunks(AT_ONCE) {
        let mut lookups = JoinSet::new();
        for id in together {
            let (kassa, id) = (kassa.clone(), id.clone());
            lookups.spawn(async move { reconcile_or_log(&kassa, &id).await });
        }
        lookups.join_all().await;
    }
    Ok(())
}

/// Looks up each attempt that the processor says something moved for, until it says no more.
pub async fn follow_notices(kassa: Kassa, mut notices: UnboundedReceiver<AttemptId>) {
    while let Some(id) = notices.recv().await {
        reconcile_or_log(&kassa, &id).await;
    }
}

async fn reconcile_or_log(kassa: &Kassa, id: &AttemptId) {
    if let Err(error) = reconcile_attempt(kassa, id).await {
        tracing::warn!(attempt.id = %id, error = ?error, "an attempt was not reconciled");
    }
}

/// Asks the processor where an attempt stands, and settles it. One that the processor never heard
/// of is charged again under its own id while it is young, and called off when it is old.
///
/// # Errors
/// [`SettleError`]; the attempt is then still in flight.
pub async fn reconcile_attempt(kassa: &Kassa, id: &AttemptId) -> Result<(), SettleError> {
    let known = kassa
        .store
        .in_flight(id)
        .await?
        .ok_or(SettleError::UnknownAttempt)?;
    match look_up(kassa, id).await {
        Ok(Some(outcome)) => settle(kassa, id, outcome).await,
        Ok(None) if known.attempt.state.is_unanswered() => never_heard_of(kassa, known).await,
        Ok(None) => {
            tracing::error!(attempt.id = %id, "the processor does not know an attempt it answered");
            Ok(())
        }
        Err(error) => {
            tracing::warn!(attempt.id = %id, error = %error, "an attempt could not be looked up");
            Ok(())
        }
    }
}

/// Asks once more for an answer that was lost. Never charges.
pub(super) async fn look_again(kassa: &Kassa, id: &AttemptId) -> Result<(), SettleError> {
    match look_up(kassa, id).await {
        Ok(Some(outcome)) => settle(kassa, id, outcome).await,
        Ok(None) | Err(_) => Ok(()),
    }
}

async fn look_up(kassa: &Kassa, id: &AttemptId) -> Result<Option<Outcome>, ProcessorError> {
    let answer = timeout(
        kassa.settings.charge_time_limit,
        kassa.processor.look_up(id),
    )
    .await;
    answer.unwrap_or(Err(ProcessorError::Unknown))
}

async fn never_heard_of(kassa: &Kassa, known: InFlight) -> Result<(), SettleError> {
    let age = kassa.clock.now().duration_since(known.attempt.created_at);
    if age < CHARGE_AGAIN_FOR {
        // A token that is not taken any more settles the attempt as not processed by itself.
        let _settled_either_way = charge(kassa, &known).await;
        Ok(())
    } else if age < CHARGE_AGAIN_FOR.saturating_add(QUIET_FOR) {
        Ok(())
    } else {
        let nothing_taken = Outcome::Declined(DeclineReason::NotProcessed);
        settle(kassa, &known.attempt.id, nothing_taken).await
    }
}
