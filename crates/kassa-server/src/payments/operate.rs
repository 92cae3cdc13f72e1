//! The merchant captures, voids or refunds.

use kassa_wire::{AccountId, Money, PaymentReference};
use tokio::time::timeout;

use super::Kassa;
use super::draw::draw_operation_id;
use super::happened::happened_to_money;
use super::reconcile::charged;
use super::reconcile_operation::look_again_later;
use super::settle_operation::settle_operation;
use crate::domain::{
    Attempt, AttemptState, EventKind, Finality, MoneyRefusal, Operation, OperationId,
    OperationKind, OperationOutcome, OperationState, Payment,
};
use crate::meter::timed;
use crate::processor::{Instruction, NoAnswer};
use crate::store::{BeginOperation, MoneyMove, StoreError, Swapped};

/// What the merchant asks for.
#[derive(Clone, Debug)]
pub struct Operate {
    /// Whose payment.
    pub account: AccountId,
    /// Which payment.
    pub payment: PaymentReference,
    /// What is to be done with it.
    pub wanted: Wanted,
}

/// What is to be done with a payment's money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Take reserved money; all that is left where no amount is said. What takes all that is left
    /// is final, whatever is said.
    Capture {
        /// How much.
        amount: Option<Money>,
        /// Whether the rest is let go.
        finality: Finality,
    },
    /// Let all reserved money go.
    Void,
    /// Return money that was taken; all that is left where no amount is said.
    Refund {
        /// How much.
        amount: Option<Money>,
        /// Why, in the merchant's words.
        reason: Option<String>,
    },
}

/// Why nothing was asked of the processor.
#[derive(Debug, thiserror::Error)]
pub enum OperateError {
    /// The account has no such payment.
    #[error("no payment of this account has this reference")]
    NotFound,
    /// The payment's money does not move this way.
    #[error(transparent)]
    Refused(#[from] MoneyRefusal),
    /// Somebody moved the payment every time.
    #[error("the payment could not be moved")]
    Contended,
    /// The task ended before its time. If the operation was begun it is settled later.
    #[error("the operation's task ended before its time")]
    Interrupted,
    /// The store failed. If the operation was begun it is settled later.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How often to read again when somebody else moved the payment meanwhile.
const PATIENCE: usize = 8;

/// Initiates a capture, a void or a refund and has it done, once. Answers with the operation and
/// its payment as they stand when the processor has answered or its time is over: a failure at the
/// processor is an operation to look at, not an error, and one without an answer stays initiated
/// until it is reconciled. It runs as a task of its own: when nobody waits for it any more, it
/// goes on.
///
/// # Errors
/// [`OperateError`]; apart from a failing store and an interruption, nothing was asked of the
/// processor then.
pub async fn operate(kassa: &Kassa, request: Operate) -> Result<MoneyMove, OperateError> {
    let id = draw_operation_id(kassa, &request.wanted);
    operate_as(kassa, request, id).await
}

/// The same under an id that was drawn before: an operation that was initiated under it already is
/// answered as it stands, so that whoever was interrupted may simply ask again.
///
/// # Errors
/// [`OperateError`].
pub async fn operate_as(
    kassa: &Kassa,
    request: Operate,
    id: OperationId,
) -> Result<MoneyMove, OperateError> {
    let (task, running) = (kassa.clone(), kassa.charges.begin());
    let done = tokio::spawn(async move {
        let answer = begin_and_ask(&task, &request, id).await;
        drop(running);
        answer
    });
    done.await.unwrap_or(Err(OperateError::Interrupted))
}

async fn begin_and_ask(
    kassa: &Kassa,
    request: &Operate,
    id: OperationId,
) -> Result<MoneyMove, OperateError> {
    let before = kassa.store.merchant_operation(&request.account, &id);
    if let Some(before) = before.await? {
        return Ok(before);
    }
    let begun = begin(kassa, request, &id).await?;
    ask(kassa, &begun).await;
    Ok(kassa.store.operation(&id).await?.unwrap_or(begun))
}

async fn begin(
    kassa: &Kassa,
    request: &Operate,
    id: &OperationId,
) -> Result<MoneyMove, OperateError> {
    for _ in 0..PATIENCE {
        let found = kassa
            .store
            .merchant_payment(&request.account, &request.payment);
        let found = found.await?.ok_or(OperateError::NotFound)?;
        let attempt = found.attempts.into_iter().rev().find(reserved_or_took);
        let refusal = MoneyRefusal::WrongState(found.payment.state);
        let attempt = attempt.ok_or(refusal)?;
        let begin = begun(kassa, (found.payment, attempt), &request.wanted, id)?;
        if kassa.store.begin_operation(&begin).await? == Swapped::Done {
            return Ok(begin.after);
        }
    }
    Err(OperateError::Contended)
}

const fn reserved_or_took(attempt: &Attempt) -> bool {
    match attempt.state {
        AttemptState::Authorized | AttemptState::Captured => true,
        AttemptState::Announced | AttemptState::Started | AttemptState::RequiresAction(_) => false,
        AttemptState::Processing(_) | AttemptState::Declined(_) => false,
    }
}

fn begun(
    kassa: &Kassa,
    (before, attempt): (Payment, Attempt),
    wanted: &Wanted,
    id: &OperationId,
) -> Result<BeginOperation, MoneyRefusal> {
    let now = kassa.clock.now();
    let (kind, amount) = what(&before, wanted);
    let payment = before.clone().begin(kind, amount, now)?;
    let operation = Operation {
        id: id.clone(),
        account: before.account.clone(),
        session: before.session.clone(),
        payment: before.reference.clone(),
        attempt: attempt.id.clone(),
        kind,
        amount,
        reason: reason(wanted),
        state: OperationState::Initiated,
        created_at: now,
        updated_at: now,
    };
    let after = MoneyMove {
        operation,
        payment,
        attempt,
    };
    let events = match kind {
        OperationKind::Capture(_) | OperationKind::Void => Vec::new(),
        OperationKind::Refund => vec![happened_to_money(kassa, EventKind::RefundInitiated, &after)],
    };
    Ok(BeginOperation {
        before,
        after,
        events,
    })
}

fn what(payment: &Payment, wanted: &Wanted) -> (OperationKind, Money) {
    let all = |amount| Money {
        amount,
        currency: payment.amount.currency,
    };
    match wanted {
        Wanted::Capture { amount, finality } => {
            let left = all(payment.capturable());
            let amount = amount.unwrap_or(left);
            let finality = if amount == left {
                Finality::Final
            } else {
                *finality
            };
            (OperationKind::Capture(finality), amount)
        }
        Wanted::Void => (OperationKind::Void, all(payment.capturable())),
        Wanted::Refund { amount, .. } => (
            OperationKind::Refund,
            amount.unwrap_or_else(|| all(payment.refundable())),
        ),
    }
}

fn reason(wanted: &Wanted) -> Option<String> {
    match wanted {
        Wanted::Capture { .. } | Wanted::Void => None,
        Wanted::Refund { reason, .. } => reason.clone(),
    }
}

/// Asks the processor, outside any transaction, and settles what comes of it.
pub(super) async fn ask(kassa: &Kassa, begun: &MoneyMove) {
    let id = &begun.operation.id;
    let limit = kassa.settings.charge_time_limit;
    let instruction = instruction(begun);
    let asked = async {
        let answer = timeout(limit, kassa.processor.operate(&instruction)).await;
        answer.unwrap_or(Err(NoAnswer))
    };
    match timed(&begun.attempt.processor, "operate", asked).await {
        Ok(OperationOutcome::Pending) => {}
        Ok(outcome) => {
            if let Err(error) = settle_operation(kassa, id, outcome).await {
                tracing::error!(operation.id = %id, error = ?error, "an outcome was not kept");
            }
        }
        Err(NoAnswer) => look_again_later(kassa, begun),
    }
}

/// What the processor is asked, however often.
pub(super) fn instruction(begun: &MoneyMove) -> Instruction {
    Instruction {
        id: begun.operation.id.clone(),
        charged: charged(&begun.attempt),
        kind: begun.operation.kind,
        amount: begun.operation.amount,
    }
}
