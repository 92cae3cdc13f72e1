//! Capturing, voiding and refunding, and what amounts do to them.

use kassa_wire::Money;

use super::Sandbox;
use super::ledger::{LedgerError, Operated, OperationRow};
use crate::domain::{OperationFailure, OperationOutcome, OperationState};
use crate::processor::{Instruction, NoAnswer};

/// What an amount does to a capture, a void or a refund, by its last three digits, so that tests
/// can have every outcome: there is no card to choose any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// Done at once.
    Plain,
    /// 013: refused by the bank.
    Refuse,
    /// 059: done, but only after some seconds.
    Slow,
    /// 019: done, and the answer is lost on its way back.
    LoseAnswer,
}

impl Amount {
    /// What this amount does.
    pub(super) const fn of(amount: Money) -> Self {
        match amount.amount.checked_rem(1000) {
            Some(13) => Self::Refuse,
            Some(59) => Self::Slow,
            Some(19) => Self::LoseAnswer,
            Some(_) | None => Self::Plain,
        }
    }
}

impl Sandbox {
    /// Does it once per id, if the books have it.
    pub(super) async fn do_once(
        &self,
        instruction: &Instruction,
    ) -> Result<OperationOutcome, NoAnswer> {
        self.settle_due().await.map_err(|error| no_answer(&error))?;
        let operated = self.ledger.operate(instruction, self.clock.now()).await;
        match operated.map_err(|error| no_answer(&error))? {
            Operated::Fresh(row) if loses_answer(&row) => std::future::pending().await,
            Operated::Fresh(row) => {
                self.something_due.notify_one();
                Ok(outcome(&row))
            }
            Operated::Before(row) => Ok(outcome(&row)),
            Operated::NoCharge => Ok(OperationOutcome::Failed(OperationFailure::WrongState)),
        }
    }

    /// Where an operation stands.
    pub(super) async fn find_operation(
        &self,
        instruction: &Instruction,
    ) -> Result<Option<OperationOutcome>, NoAnswer> {
        self.settle_due().await.map_err(|error| no_answer(&error))?;
        let row = self.ledger.operation(&instruction.id).await;
        Ok(row
            .map_err(|error| no_answer(&error))?
            .as_ref()
            .map(outcome))
    }
}

fn loses_answer(row: &OperationRow) -> bool {
    row.state == OperationState::Finished && Amount::of(row.amount) == Amount::LoseAnswer
}

const fn outcome(row: &OperationRow) -> OperationOutcome {
    match row.state {
        OperationState::Initiated => OperationOutcome::Pending,
        OperationState::Finished => OperationOutcome::Finished,
        OperationState::Failed(failure) => OperationOutcome::Failed(failure),
    }
}

/// A ledger that fails is a processor that does not answer.
fn no_answer(error: &LedgerError) -> NoAnswer {
    tracing::error!(%error, "the sandbox's ledger failed");
    NoAnswer
}
