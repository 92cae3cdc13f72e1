//! An outcome arrives.

use jiff::Timestamp;

use super::Kassa;
use super::happened::{happened, happened_to_payment};
use crate::domain::{
    Attempt, AttemptId, AttemptState, EventKind, PaymentEvent, PaymentRefusal, SessionRefusal,
    Settled,
};
use crate::processor::Answer;
use crate::store::{InFlight, SettleAttempt, StoreError, Swapped};

/// Why an outcome was not kept. It is not lost: the processor will be asked again.
#[derive(Debug, thiserror::Error)]
pub enum SettleError {
    /// There is no such attempt.
    #[error("no attempt has this id")]
    UnknownAttempt,
    /// The attempt and its payment disagree.
    #[error(transparent)]
    Payment(#[from] PaymentRefusal),
    /// The attempt and its session disagree.
    #[error(transparent)]
    Session(#[from] SessionRefusal),
    /// Somebody moved the attempt, its payment, its session or its order every time.
    #[error("the attempt could not be moved")]
    Contended,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How often to read again when somebody else moved something meanwhile. Every time means that
/// somebody else got further, so more than a few are a fault and not a race.
const PATIENCE: usize = 8;

/// Takes in what the processor says of an attempt, however late and however often. Saying it twice
/// is the same as once; a certain outcome is never replaced: what contradicts it is logged, kept
/// as an event, and moves nothing.
///
/// # Errors
/// [`SettleError`]; nothing was written then.
pub async fn settle(
    kassa: &Kassa,
    id: &AttemptId,
    answer: impl Into<Answer>,
) -> Result<(), SettleError> {
    let answer = answer.into();
    for _ in 0..PATIENCE {
        let before = kassa
            .store
            .in_flight(id)
            .await?
            .ok_or(SettleError::UnknownAttempt)?;
        let state = match before.attempt.state.clone().settle(answer.outcome.clone()) {
            Ok(Settled::Moved(state)) => state,
            Ok(Settled::Unchanged) if tells_nothing(&before.attempt, &answer) => return Ok(()),
            Ok(Settled::Unchanged) => before.attempt.state.clone(),
            Err(_) => return contradicted(kassa, &before).await,
        };
        let mut settle = settled(kassa, before, state)?;
        if answer.reference.is_some() {
            settle.after.attempt.reference.clone_from(&answer.reference);
        }
        if kassa.store.settle_attempt(&settle).await? == Swapped::Done {
            kassa
                .changes
                .tell(&settle.after.session.id, settle.after.session.version);
            return Ok(());
        }
    }
    Err(SettleError::Contended)
}

async fn contradicted(kassa: &Kassa, known: &InFlight) -> Result<(), SettleError> {
    tracing::error!(
        attempt.id = %known.attempt.id,
        payment.reference = %known.payment.reference,
        "the processor contradicts a certain outcome: a person has to look"
    );
    let now = kassa.clock.now();
    let event = happened_to_payment(kassa, EventKind::PaymentContradicted, known, now);
    Ok(kassa.store.add_event(&event).await?)
}

/// What is to be written for a payment whose attempt stands elsewhere now.
pub(super) fn settled(
    kassa: &Kassa,
    before: InFlight,
    state: AttemptState,
) -> Result<SettleAttempt, SettleError> {
    let now = kassa.clock.now();
    let id = before.attempt.id.clone();
    let (payment, session) = (before.payment.clone(), before.session.clone());
    let (payment, session) = match &state {
        AttemptState::Announced | AttemptState::Started => (payment, session),
        AttemptState::RequiresAction(_) => (
            payment.after(PaymentEvent::ActionRequired, now)?,
            session.follow(&id)?,
        ),
        AttemptState::Processing(_) => (
            payment.after(PaymentEvent::Processing, now)?,
            session.follow(&id)?,
        ),
        AttemptState::Authorized => (
            payment.after(PaymentEvent::Authorized, now)?,
            session.complete(&id)?,
        ),
        AttemptState::Captured => (
            payment.after(PaymentEvent::Captured, now)?,
            session.complete(&id)?,
        ),
        AttemptState::Declined(_) => (
            payment.after(PaymentEvent::Declined, now)?,
            session.decline(&id)?,
        ),
    };
    let attempt = moved(before.attempt.clone(), state, now);
    let after = InFlight {
        attempt,
        payment,
        session,
    };
    let events = events(kassa, &after, now);
    Ok(SettleAttempt {
        before,
        after,
        events,
    })
}

/// Where it moves nothing an answer may still tell the charge's name at the processor.
fn tells_nothing(known: &Attempt, answer: &Answer) -> bool {
    let heard_before = answer.reference.is_none() || answer.reference == known.reference;
    heard_before || !known.state.is_in_flight()
}

/// The card's token is kept only while the charge may have to be repeated.
fn moved(attempt: Attempt, state: AttemptState, now: Timestamp) -> Attempt {
    let token = attempt.token.filter(|_| state.needs_token());
    Attempt {
        state,
        token,
        updated_at: now,
        ..attempt
    }
}

fn events(kassa: &Kassa, after: &InFlight, now: Timestamp) -> Vec<crate::domain::Event> {
    let kind = match &after.attempt.state {
        AttemptState::Announced | AttemptState::Started => return Vec::new(),
        AttemptState::RequiresAction(_) => EventKind::PaymentRequiresAction,
        AttemptState::Processing(_) => EventKind::PaymentProcessing,
        AttemptState::Authorized => EventKind::PaymentAuthorized,
        AttemptState::Captured => EventKind::PaymentCaptured,
        AttemptState::Declined(_) => EventKind::PaymentDeclined,
    };
    let mut events = vec![happened_to_payment(kassa, kind, after, now)];
    if after.attempt.state == AttemptState::Captured {
        events.push(happened(
            kassa,
            EventKind::SessionComplete,
            &after.session,
            now,
        ));
    }
    events
}
