//! The merchant creates the payment that a payer announced.

use super::Kassa;
use super::charge::{Refused, charge};
use super::happened::happened_to_payment;
use crate::domain::{Attempt, AttemptId, AttemptState, Checkout, EventKind, SessionRefusal};
use crate::store::{InFlight, MerchantPayment, SettleAttempt, StoreError, Swapped};

/// What is to be created.
#[derive(Clone, Debug)]
pub struct CreatePayment {
    /// The attempt that was announced.
    pub attempt: AttemptId,
    /// Whether the same request may have created it before: then its payment is answered as it
    /// stands. Any other request is told that it came second.
    pub again: bool,
}

/// Why nothing was created.
#[derive(Debug, thiserror::Error)]
pub enum CreatePaymentError {
    /// The payer has not asked to pay, or the session's payments are not the merchant's to create.
    #[error("no payment was announced that the merchant could create")]
    NotAnnounced,
    /// The announced payment was created before.
    #[error("the payment was created already")]
    Created,
    /// The session's time is over.
    #[error(transparent)]
    Refused(#[from] SessionRefusal),
    /// Somebody moved the session every time.
    #[error("the payment could not be created")]
    Contended,
    /// The task ended before its time. If the payment was created it is settled later.
    #[error("the payment's task ended before its time")]
    Interrupted,
    /// The store failed. If the payment was created it is settled later.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How often to read again when somebody else moved the session meanwhile.
const PATIENCE: usize = 8;

/// The attempt of a session that waits for the merchant.
///
/// # Errors
/// [`CreatePaymentError`] where none does.
pub fn announced_attempt(checkout: &Checkout) -> Result<AttemptId, CreatePaymentError> {
    let attempt = checkout.payment.as_ref().map(|paying| &paying.attempt);
    let Some(attempt) = attempt else {
        return Err(CreatePaymentError::NotAnnounced);
    };
    match &attempt.state {
        AttemptState::Announced => Ok(attempt.id.clone()),
        AttemptState::Declined(_) => Err(CreatePaymentError::NotAnnounced),
        AttemptState::Started | AttemptState::RequiresAction(_) | AttemptState::Processing(_) => {
            Err(CreatePaymentError::Created)
        }
        AttemptState::Authorized | AttemptState::Captured => Err(CreatePaymentError::Created),
    }
}

/// Creates the payment and charges it, once. Answers with it as it stands when the processor has
/// answered or its time is over. It runs as a task of its own: when nobody waits for it any more,
/// it goes on.
///
/// # Errors
/// [`CreatePaymentError`]; apart from a failing store and an interruption, nothing was charged by
/// this request then.
pub async fn create_payment(
    kassa: &Kassa,
    request: CreatePayment,
) -> Result<MerchantPayment, CreatePaymentError> {
    let (task, running) = (kassa.clone(), kassa.charges.begin());
    let done = tokio::spawn(async move {
        let answer = create_and_charge(&task, &request).await;
        drop(running);
        answer
    });
    done.await.unwrap_or(Err(CreatePaymentError::Interrupted))
}

async fn create_and_charge(
    kassa: &Kassa,
    request: &CreatePayment,
) -> Result<MerchantPayment, CreatePaymentError> {
    let known = match start(kassa, request).await? {
        Started::Now(known) => {
            // Without a usable token the attempt is settled as not processed by itself.
            if let Err(Refused::InvalidToken) = charge(kassa, &known).await {
                tracing::info!(attempt.id = %known.attempt.id, "an announced card cannot be used");
            }
            known
        }
        Started::Before(known) => known,
    };
    let (account, reference) = (&known.payment.account, &known.payment.reference);
    let payment = kassa.store.merchant_payment(account, reference).await?;
    payment.ok_or(CreatePaymentError::NotAnnounced)
}

/// An announced attempt that waits no longer.
enum Started {
    /// By this request: it is to be charged.
    Now(Box<InFlight>),
    /// By this request when it came before: whoever finds it in flight charges it.
    Before(Box<InFlight>),
}

async fn start(kassa: &Kassa, request: &CreatePayment) -> Result<Started, CreatePaymentError> {
    for _ in 0..PATIENCE {
        let known = kassa.store.in_flight(&request.attempt).await?;
        let before = known.ok_or(CreatePaymentError::NotAnnounced)?;
        let Some(state) = before.attempt.state.start() else {
            return started_before(before, request);
        };
        if before.session.expires_at <= kassa.clock.now() {
            return Err(SessionRefusal::Expired.into());
        }
        let starting = starting(kassa, before, state)?;
        if kassa.store.settle_attempt(&starting).await? == Swapped::Done {
            let session = &starting.after.session;
            kassa.changes.tell(&session.id, session.version);
            return Ok(Started::Now(Box::new(starting.after)));
        }
    }
    Err(CreatePaymentError::Contended)
}

fn started_before(known: InFlight, request: &CreatePayment) -> Result<Started, CreatePaymentError> {
    if request.again {
        Ok(Started::Before(Box::new(known)))
    } else {
        Err(CreatePaymentError::Created)
    }
}

fn starting(
    kassa: &Kassa,
    before: InFlight,
    state: AttemptState,
) -> Result<SettleAttempt, SessionRefusal> {
    let now = kassa.clock.now();
    let attempt = Attempt {
        state,
        updated_at: now,
        ..before.attempt.clone()
    };
    let session = before.session.clone().follow(&attempt.id)?;
    let after = InFlight {
        attempt,
        payment: before.payment.clone(),
        session,
    };
    let event = happened_to_payment(kassa, EventKind::PaymentCreated, &after, now);
    Ok(SettleAttempt {
        before,
        after,
        events: vec![event],
    })
}
