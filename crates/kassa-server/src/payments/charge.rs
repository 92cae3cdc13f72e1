//! Asking the processor for the money.

use tokio::sync::watch;
use tokio::time::timeout;

use super::Kassa;
use super::reconcile::look_again;
use super::settle::settle;
use crate::domain::{Attempt, Outcome};
use crate::meter::timed;
use crate::processor::{Answer, Charge, ChargeMethod, ProcessorError};
use crate::store::InFlight;

/// Certainly not charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// The card's token is not known or was used.
    InvalidToken,
}

/// Charges a claimed attempt and settles what comes of it, outside any transaction.
pub(super) async fn charge(kassa: &Kassa, claimed: &InFlight) -> Result<(), Refused> {
    let id = &claimed.attempt.id;
    let answer = ask_processor(kassa, claimed).await;
    let known = match &answer {
        Ok(known) => known.clone(),
        Err(ProcessorError::InvalidToken) => NOTHING_CHARGED.into(),
        Err(ProcessorError::Unknown) => Outcome::Processing(None).into(),
    };
    if let Err(error) = settle(kassa, id, known).await {
        tracing::error!(attempt.id = %id, error = ?error, "the outcome of a charge was not kept");
    }
    match answer {
        Ok(_) => Ok(()),
        Err(ProcessorError::InvalidToken) => Err(Refused::InvalidToken),
        Err(ProcessorError::Unknown) => {
            look_again_later(kassa, claimed);
            Ok(())
        }
    }
}

/// What a charge without a usable token comes to.
const NOTHING_CHARGED: Outcome = Outcome::Declined(kassa_wire::state::DeclineReason::NotProcessed);

async fn ask_processor(kassa: &Kassa, claimed: &InFlight) -> Result<Answer, ProcessorError> {
    let Some(method) = charge_method(&claimed.attempt) else {
        return Err(ProcessorError::InvalidToken);
    };
    let charge = Charge {
        processor: claimed.attempt.processor.clone(),
        attempt: claimed.attempt.id.clone(),
        reference: claimed.payment.reference.clone(),
        amount: claimed.payment.amount,
        capture: claimed.payment.capture,
        method,
        return_url: kassa.session_url(&claimed.session.id),
    };
    let limit = kassa.settings.charge_time_limit;
    let asked = async {
        let answer = timeout(limit, kassa.processor.charge(&charge)).await;
        answer.unwrap_or(Err(ProcessorError::Unknown))
    };
    timed(&charge.processor, "charge", asked).await
}

/// `None` for a card without a token, which no claimed attempt is.
fn charge_method(attempt: &Attempt) -> Option<ChargeMethod> {
    use kassa_wire::state::MethodKind;
    match attempt.method {
        MethodKind::Card => attempt.token.clone().map(ChargeMethod::Card),
        MethodKind::BankTransfer => Some(ChargeMethod::BankTransfer),
        MethodKind::Wallet => Some(ChargeMethod::Wallet),
    }
}

/// An answer that was lost can often be had by asking once more, without waiting for the next
/// round of reconciliation; the payer need not wait for it.
fn look_again_later(kassa: &Kassa, claimed: &InFlight) {
    let (task, attempt) = (kassa.clone(), claimed.attempt.clone());
    let running = kassa.charges.begin();
    tokio::spawn(async move {
        if let Err(error) = look_again(&task, &attempt).await {
            tracing::warn!(attempt.id = %attempt.id, error = ?error, "an attempt was not reconciled");
        }
        drop(running);
    });
}

/// How many charges are under way in this process.
#[derive(Clone, Debug)]
pub(super) struct Charges(watch::Sender<usize>);

/// One charge under way, until it is dropped.
#[must_use]
#[derive(Debug)]
pub(super) struct Running(watch::Sender<usize>);

impl Default for Charges {
    fn default() -> Self {
        Self(watch::Sender::new(0))
    }
}

impl Charges {
    /// One more charge is under way.
    pub(super) fn begin(&self) -> Running {
        self.0.send_modify(|count| *count = count.saturating_add(1));
        Running(self.0.clone())
    }

    /// Waits until none is.
    pub(super) async fn finished(&self) {
        // The sender lives as long as `self`, so waiting cannot fail.
        drop(self.0.subscribe().wait_for(|count| *count == 0).await);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count = count.saturating_sub(1));
    }
}
