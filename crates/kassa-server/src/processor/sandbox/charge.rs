//! Charging: what the [`Processor`] trait promises, kept by the ledger.

use async_trait::async_trait;
use axum::http::HeaderMap;
use jiff::SignedDuration;
use kassa_wire::state::MethodKind;
use kassa_wire::view::ActionKind;
use kassa_wire::{CountryCode, Money};

use super::bank::account_for;
use super::card::Behaviour;
use super::ledger::{ChargeRow, ChargeState, LedgerError, NewCharge, Recorded};
use super::{Sandbox, http};
use crate::domain::{CaptureMode, OperationOutcome};
use crate::processor::{
    Action, Answer, Charge, Charged, Instruction, ManualCapture, NoAnswer, Notice, Offer, Outcome,
    Processor, ProcessorError, ProcessorName, Tokenizer, WebhookRefusal,
};

/// How long the slow card takes.
const SLOWNESS: SignedDuration = SignedDuration::from_secs(5);

/// How long a payer may take at the bank's or the wallet's page. Then it is refused, so that
/// nobody is stuck with a page that was closed.
const PATIENCE: SignedDuration = SignedDuration::from_mins(15);

/// Where a new charge stands.
pub(super) const fn begins_as(method: MethodKind, card: Option<Behaviour>) -> ChargeState {
    match (method, card) {
        (MethodKind::BankTransfer, _) => ChargeState::AwaitingTransfer,
        (MethodKind::Wallet, _) => ChargeState::AwaitingWallet,
        (MethodKind::Card, Some(Behaviour::Decline(reason))) => ChargeState::Declined(reason),
        (MethodKind::Card, Some(Behaviour::Challenge)) => ChargeState::AwaitingChallenge,
        (MethodKind::Card, Some(Behaviour::Slow)) => ChargeState::Slow,
        (MethodKind::Card, Some(Behaviour::Approve | Behaviour::LoseAnswer) | None) => {
            ChargeState::Captured
        }
    }
}

/// After how long a charge that stands there moves by itself, if it ever does.
pub(super) const fn moves_by_itself_after(
    state: ChargeState,
    transfer_delay: SignedDuration,
) -> Option<SignedDuration> {
    match state {
        ChargeState::Slow => Some(SLOWNESS),
        ChargeState::AwaitingTransfer => Some(transfer_delay),
        ChargeState::AwaitingChallenge | ChargeState::AwaitingWallet => Some(PATIENCE),
        ChargeState::Captured | ChargeState::Declined(_) => None,
        ChargeState::Authorized | ChargeState::Voided => None,
    }
}

#[async_trait]
impl Processor for Sandbox {
    fn name(&self) -> ProcessorName {
        ProcessorName(super::NAME.to_owned())
    }

    fn offers(&self, _amount: Money, _country: CountryCode) -> Vec<Offer> {
        let tokenizer = Some(Tokenizer {
            url: http::TOKENS.to_owned(),
            public_key: None,
        });
        vec![
            Offer {
                method: MethodKind::Card,
                tokenizer,
                manual_capture: ManualCapture::Offered,
            },
            Offer {
                method: MethodKind::BankTransfer,
                tokenizer: None,
                manual_capture: ManualCapture::NotOffered,
            },
            Offer {
                method: MethodKind::Wallet,
                tokenizer: None,
                manual_capture: ManualCapture::Offered,
            },
        ]
    }

    async fn charge(&self, charge: &Charge) -> Result<Answer, ProcessorError> {
        let new = self.new_charge(charge);
        let recorded = self
            .ledger
            .record(new, &charge.method, self.transfer_delay)
            .await;
        match recorded.map_err(|error| unknown(&error))? {
            Recorded::Fresh(_, Some(Behaviour::LoseAnswer)) => std::future::pending().await,
            Recorded::Fresh(row, _) => {
                self.something_due.notify_one();
                Ok(outcome(&row).into())
            }
            Recorded::Before(row) => Ok(outcome(&row).into()),
            Recorded::InvalidToken => Err(ProcessorError::InvalidToken),
        }
    }

    async fn look_up(&self, charged: &Charged) -> Result<Option<Answer>, ProcessorError> {
        self.settle_due().await.map_err(|error| unknown(&error))?;
        let row = self
            .ledger
            .charge(&charged.attempt)
            .await
            .map_err(|error| unknown(&error))?;
        Ok(row.as_ref().map(outcome).map(Answer::from))
    }

    async fn operate(&self, instruction: &Instruction) -> Result<OperationOutcome, NoAnswer> {
        self.do_once(instruction).await
    }

    async fn look_up_operation(
        &self,
        instruction: &Instruction,
    ) -> Result<Option<OperationOutcome>, NoAnswer> {
        self.find_operation(instruction).await
    }

    fn verify_webhook(&self, _: &HeaderMap, _: &[u8]) -> Result<Vec<Notice>, WebhookRefusal> {
        Err(WebhookRefusal::NotTaken)
    }
}

impl Sandbox {
    fn new_charge(&self, charge: &Charge) -> NewCharge {
        NewCharge {
            attempt: charge.attempt.clone(),
            page: self.dice.letters(24),
            reference: charge.reference.clone(),
            amount: charge.amount,
            capture: capture_of(charge),
            return_url: charge.return_url.clone(),
            at: self.clock.now(),
        }
    }
}

/// A transfer cannot be reserved: it arrives or it does not.
const fn capture_of(charge: &Charge) -> CaptureMode {
    match charge.method.kind() {
        MethodKind::BankTransfer => CaptureMode::Automatic,
        MethodKind::Card | MethodKind::Wallet => charge.capture,
    }
}

fn outcome(row: &ChargeRow) -> Outcome {
    let page = &row.charge.page;
    match row.state {
        ChargeState::Captured => Outcome::Captured,
        ChargeState::Authorized | ChargeState::Voided => Outcome::Authorized,
        ChargeState::Declined(reason) => Outcome::Declined(reason),
        ChargeState::AwaitingChallenge => {
            let url = format!("{}{page}", http::CHALLENGE);
            Outcome::RequiresAction(Action {
                kind: ActionKind::Challenge,
                url,
            })
        }
        ChargeState::AwaitingWallet => {
            let url = format!("{}{page}", http::WALLET);
            Outcome::RequiresAction(Action {
                kind: ActionKind::Redirect,
                url,
            })
        }
        ChargeState::AwaitingTransfer => {
            Outcome::Processing(Some(account_for(row.charge.amount, &row.charge.reference)))
        }
        ChargeState::Slow => Outcome::Processing(None),
    }
}

/// A ledger that fails is a processor that does not answer.
fn unknown(error: &LedgerError) -> ProcessorError {
    tracing::error!(%error, "the sandbox's ledger failed");
    ProcessorError::Unknown
}
