//! What a page of the sandbox's asks the payer, and what their answer does to the charge.

use kassa_wire::state::{DeclineReason, MethodKind};

use super::super::ledger::{ChargeRow, ChargeState};
use super::super::pages::Decision;
use super::super::{LedgerError, Sandbox};

/// The question of one kind of page.
#[derive(Debug)]
pub(super) struct Question {
    /// Whose charges have such a page.
    pub(super) method: MethodKind,
    /// Where a charge stands while the answer is awaited.
    pub(super) awaiting: ChargeState,
    /// What a no comes to.
    pub(super) refused: DeclineReason,
}

impl Question {
    /// The charge whose page has this name.
    pub(super) async fn find(
        &self,
        sandbox: &Sandbox,
        name: &str,
    ) -> Result<Option<ChargeRow>, LedgerError> {
        sandbox.settle_due().await?;
        let row = sandbox.ledger.charge_of_page(name).await?;
        Ok(row.filter(|row| row.method == self.method))
    }

    /// Takes the answer. One that comes twice, or after the time is over, changes nothing. Gives
    /// the charge as it was found.
    pub(super) async fn decide(
        &self,
        sandbox: &Sandbox,
        name: &str,
        decision: Decision,
    ) -> Result<Option<ChargeRow>, LedgerError> {
        let Some(row) = self.find(sandbox, name).await? else {
            return Ok(None);
        };
        let to = match decision {
            Decision::Approve => ChargeState::Captured.under(row.charge.capture),
            Decision::Refuse => ChargeState::Declined(self.refused),
        };
        let (attempt, step) = (&row.charge.attempt, (self.awaiting, to));
        if sandbox
            .ledger
            .decide(attempt, step, sandbox.clock.now())
            .await?
        {
            sandbox.tell(attempt.clone());
        }
        Ok(Some(row))
    }
}
