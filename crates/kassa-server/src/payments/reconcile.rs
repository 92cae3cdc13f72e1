//! Attempts whose outcome is not known are looked up until it is.

use jiff::{SignedDuration, Timestamp};
use kassa_wire::state::DeclineReason;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::Kassa;
use super::announced::call_off;
use super::charge::charge;
use super::reconcile_operation::{self, reconcile_operations};
use super::settle::{SettleError, settle};
use crate::domain::{Attempt, AttemptId, AttemptState, Outcome};
use crate::meter::timed;
use crate::processor::{Answer, Charged, Notice, ProcessorError};
use crate::store::{InFlight, Lease, StoreError};

/// How long a charge that the processor never heard of is asked for again. Whoever left the page
/// longer ago than this does not expect to be charged any more.
const CHARGE_AGAIN_FOR: SignedDuration = SignedDuration::from_mins(10);

/// How long after the last charge the processor may still be about to hear of it: only then is an
/// attempt that it does not know called off.
const QUIET_FOR: SignedDuration = SignedDuration::from_mins(2);

/// How much one server takes at once: attempts, operations, sessions whose time is over.
pub(super) const AT_ONCE: u32 = 16;

/// How long what one server looks up is left alone by the others, beyond the time that a look-up
/// may take.
const MARGIN: SignedDuration = SignedDuration::from_secs(5);

/// Looks up every attempt, capture, void and refund in flight that last moved at this instant or
/// before and that no other server looks up now: all of them on start; later only those that no running charge is about to settle.
///
/// # Errors
/// [`StoreError`] where the attempts in flight cannot be listed. What goes wrong with one of them
/// is logged, and the next round tries again.
pub async fn reconcile(kassa: &Kassa, until: Timestamp) -> Result<(), StoreError> {
    loop {
        let lease = lease(kassa);
        let taken = kassa.store.claim_attempts_in_flight(until, &lease).await?;
        let all = is_last(&taken);
        let mut lookups = JoinSet::new();
        for id in taken {
            let kassa = kassa.clone();
            lookups.spawn(async move { reconcile_or_log(&kassa, &id).await });
        }
        lookups.join_all().await;
        if all {
            return reconcile_operations(kassa, until).await;
        }
    }
}

/// What this server takes to look up, and for how long.
pub(super) fn lease(kassa: &Kassa) -> Lease {
    let now = kassa.clock.now();
    let limit = SignedDuration::try_from(kassa.settings.charge_time_limit).unwrap_or_default();
    let lasts = limit.saturating_add(MARGIN);
    Lease {
        now,
        until: now.checked_add(lasts).unwrap_or(Timestamp::MAX),
        most: AT_ONCE,
    }
}

/// Whether there was less to take than this server would have taken.
pub(super) fn is_last<T>(taken: &[T]) -> bool {
    u32::try_from(taken.len()).is_ok_and(|taken| taken < AT_ONCE)
}

/// Looks up whatever the processor says has moved, until it says no more.
pub async fn follow_notices(kassa: Kassa, mut notices: UnboundedReceiver<Notice>) {
    while let Some(notice) = notices.recv().await {
        match notice {
            Notice::Attempt(id) => reconcile_or_log(&kassa, &id).await,
            Notice::Operation(id) => reconcile_operation::reconcile_or_log(&kassa, &id).await,
        }
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
    if known.attempt.state == AttemptState::Announced {
        return call_off_when_over(kassa, known).await;
    }
    match look_up(kassa, &known.attempt).await {
        Ok(Some(answer)) => settle(kassa, id, answer).await,
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
pub(super) async fn look_again(kassa: &Kassa, attempt: &Attempt) -> Result<(), SettleError> {
    match look_up(kassa, attempt).await {
        Ok(Some(answer)) => settle(kassa, &attempt.id, answer).await,
        Ok(None) | Err(_) => Ok(()),
    }
}

/// A charge as the processor knows it.
pub(super) fn charged(attempt: &Attempt) -> Charged {
    Charged {
        processor: attempt.processor.clone(),
        attempt: attempt.id.clone(),
        reference: attempt.reference.clone(),
        since: attempt.created_at,
    }
}

async fn look_up(kassa: &Kassa, attempt: &Attempt) -> Result<Option<Answer>, ProcessorError> {
    let limit = kassa.settings.charge_time_limit;
    let charged = charged(attempt);
    let asked = async {
        let answer = timeout(limit, kassa.processor.look_up(&charged)).await;
        answer.unwrap_or(Err(ProcessorError::Unknown))
    };
    timed(&attempt.processor, "look_up", asked).await
}

/// A payment that the merchant never created ends with its session's time: the processor was
/// never asked, so nothing was taken.
async fn call_off_when_over(kassa: &Kassa, known: InFlight) -> Result<(), SettleError> {
    if kassa.clock.now() < known.session.expires_at {
        return Ok(());
    }
    call_off(kassa, known, DeclineReason::NotProcessed).await
}

/// The age counts from when the processor was first asked: a payment that was announced long
/// before the merchant created it is not an old one.
async fn never_heard_of(kassa: &Kassa, known: InFlight) -> Result<(), SettleError> {
    let age = kassa.clock.now().duration_since(known.attempt.updated_at);
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
