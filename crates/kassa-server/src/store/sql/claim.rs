//! Claiming an attempt: all or nothing.

use kassa_wire::Money;

use super::dialect::Connection;
use super::orders::OrderClaim;
use super::{attempts, events, orders, payment_words, payments, sessions};
use crate::domain::{
    Attempt, AttemptState, Event, EventKind, Funds, Payment, PaymentEvent, PaymentState, Session,
    SessionRefusal,
};
use crate::store::{Claim, Claimed, InFlight, StoreError, Swapped};

/// Inserts the payment, then the attempt: uniqueness says whether either is the first. Only an
/// attempt that took its key, its session and its order is committed.
pub(super) async fn claim(
    connection: &mut Connection,
    claim: &Claim,
) -> Result<Claimed, StoreError> {
    let Some(before) = sessions::by_id(connection, &claim.attempt.session).await? else {
        return Ok(Claimed::NoSession);
    };
    let (payment, asked) = (new_payment(claim, &before), &claim.attempt.processor);
    let first = match payments::insert_if_first(connection, &payment, &before, asked).await {
        Ok(first) => first,
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
            return Ok(Claimed::ReferenceTaken);
        }
        Err(error) => return Err(error.into()),
    };
    // A payment that is new has no attempt, and its key came with none.
    if !first && let Some(earlier) = attempts::of_key(connection, claim).await? {
        return Ok(replay(earlier));
    }
    let after = match before.clone().pay(claim.attempt.id.clone(), claim.now) {
        Ok(after) => after,
        Err(refusal) => return Ok(Claimed::Refused(refusal)),
    };
    match orders::claim(connection, &before).await? {
        OrderClaim::Claimed => {}
        OrderClaim::Paid => return Ok(Claimed::OrderPaid),
        OrderClaim::Busy => return Ok(Claimed::OrderBusy),
    }
    write(
        connection,
        claim,
        SessionMove {
            before,
            after,
            first: first.then_some(payment),
        },
    )
    .await
}

fn replay((attempt, same): (Attempt, bool)) -> Claimed {
    if same {
        Claimed::Replay(Box::new(attempt))
    } else {
        Claimed::KeyReused
    }
}

/// A session that is about to pay, and its payment where this is its first attempt.
struct SessionMove {
    before: Session,
    after: Session,
    first: Option<Payment>,
}

async fn write(
    connection: &mut Connection,
    claim: &Claim,
    moving: SessionMove,
) -> Result<Claimed, StoreError> {
    let first = moving.first.is_some();
    let Some(payment) = payment(connection, claim, &moving).await? else {
        return Ok(Claimed::NoSession);
    };
    if !attempts::insert_if_first(connection, claim, &payment.reference).await? {
        let earlier = attempts::of_key(connection, claim).await?;
        return Ok(earlier.map_or(Claimed::KeyReused, replay));
    }
    if sessions::swap(connection, &moving.before, &moving.after).await? == Swapped::Conflict {
        return Ok(Claimed::Refused(SessionRefusal::Paying));
    }
    let mut attempt = claim.attempt.clone();
    attempt.payment = payment.reference.clone();
    let claimed = InFlight {
        attempt,
        payment,
        session: moving.after,
    };
    let kind = if claimed.attempt.state == AttemptState::Announced {
        EventKind::PaymentAnnounced
    } else if first {
        EventKind::PaymentCreated
    } else {
        EventKind::PaymentRetried
    };
    events::insert(connection, &event(kind, claim, &claimed)).await?;
    Ok(Claimed::Fresh(Box::new(claimed)))
}

/// The payment that the attempt is made for, with what it is found by.
async fn payment(
    connection: &mut Connection,
    claim: &Claim,
    moving: &SessionMove,
) -> Result<Option<Payment>, StoreError> {
    let session = &moving.before;
    if let Some(payment) = &moving.first {
        payment_words::write(connection, payment, session).await?;
        return Ok(Some(payment.clone()));
    }
    let Some(payment) = payments::of_session(connection, &session.id).await? else {
        return Ok(None);
    };
    payment_words::write_again(connection, &payment, session).await?;
    retry(connection, claim, (payment, session.amount))
        .await
        .map(Some)
}

async fn retry(
    connection: &mut Connection,
    claim: &Claim,
    (before, amount): (Payment, Money),
) -> Result<Payment, StoreError> {
    let after = before.clone().after(PaymentEvent::Retried, claim.now);
    let after = after.map_err(|error| StoreError::Database(Box::new(error)))?;
    // The merchant may have changed the session's amount since the refusal.
    let after = Payment { amount, ..after };
    match payments::swap(connection, &before, &after).await? {
        Swapped::Done => {
            payments::ask(connection, &after.reference, &claim.attempt.processor).await?;
            Ok(after)
        }
        Swapped::Conflict => Err(StoreError::Unreadable {
            table: "payments",
            column: "state",
        }),
    }
}

fn new_payment(claim: &Claim, session: &Session) -> Payment {
    Payment {
        reference: claim.attempt.payment.clone(),
        account: session.account.clone(),
        session: session.id.clone(),
        amount: session.amount,
        capture: session.capture,
        funds: Funds::default(),
        state: PaymentState::Created,
        created_at: claim.now,
        updated_at: claim.now,
    }
}

fn event(kind: EventKind, claim: &Claim, claimed: &InFlight) -> Event {
    Event {
        id: claim.event.clone(),
        kind,
        account: claimed.session.account.clone(),
        session: claimed.session.id.clone(),
        payment: Some(claimed.payment.reference.clone()),
        attempt: Some(claimed.attempt.id.clone()),
        operation: None,
        data: (claim.data)(&claimed.payment, claim.confirm_url.as_deref()),
        at: claimed.attempt.created_at,
    }
}
