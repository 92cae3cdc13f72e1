//! Capturing, voiding and refunding.

use super::Stripe;
use super::amount::stripe_amount;
use super::charge::intent_path;
use super::client::{Form, Said};
use super::find::PAGE;
use super::objects::{IntentStatus, List, ObjectId, PaymentIntent, Refund};
use super::refusal::Refusal;
use crate::domain::{Finality, OperationFailure, OperationKind, OperationOutcome};
use crate::processor::{Instruction, NoAnswer};

/// Where refunds are.
const REFUNDS: &str = "/v1/refunds";

const WRONG_STATE: OperationOutcome = OperationOutcome::Failed(OperationFailure::WrongState);

impl Stripe {
    /// Does it once per operation id.
    pub(super) async fn do_once(
        &self,
        instruction: &Instruction,
    ) -> Result<OperationOutcome, NoAnswer> {
        let Some(intent) = self.intent_id(instruction).await? else {
            return Ok(WRONG_STATE);
        };
        let Some(amount) = stripe_amount(instruction.amount) else {
            return Ok(OperationOutcome::Failed(OperationFailure::Refused));
        };
        let key = instruction.id.0.as_str();
        match instruction.kind {
            OperationKind::Capture(finality) => {
                let (path, form) = (intent_path(&intent, "/capture"), capture(amount, finality));
                moved(self.client.post(&path, key, &form).await?)
            }
            OperationKind::Void => {
                let path = intent_path(&intent, "/cancel");
                moved(self.client.post(&path, key, &Form::new()).await?)
            }
            OperationKind::Refund => {
                let form = refund(&intent, amount, key);
                refunded(self.client.post(REFUNDS, key, &form).await?)
            }
        }
    }

    /// Where an operation stands. Stripe keeps no record of captures and voids by themselves: what
    /// cannot be read off the charge is asked for again under its own id.
    pub(super) async fn find_operation(
        &self,
        instruction: &Instruction,
    ) -> Result<Option<OperationOutcome>, NoAnswer> {
        let Some(id) = self.intent_id(instruction).await? else {
            return Ok(None);
        };
        match instruction.kind {
            OperationKind::Capture(_) => {
                let intent = self.intent(&id.reference()).await?;
                Ok(found(&intent, IntentStatus::Succeeded))
            }
            OperationKind::Void => {
                let intent = self.intent(&id.reference()).await?;
                Ok(found(&intent, IntentStatus::Canceled))
            }
            OperationKind::Refund => self.find_refund(instruction, &id).await,
        }
    }

    async fn find_refund(
        &self,
        instruction: &Instruction,
        intent: &ObjectId,
    ) -> Result<Option<OperationOutcome>, NoAnswer> {
        let mut query = vec![
            ("payment_intent", intent.as_str().to_owned()),
            ("limit", PAGE.to_owned()),
        ];
        loop {
            let page: List<Refund> = self.list(REFUNDS, &query).await?;
            let mine = |it: &&Refund| {
                it.metadata.kassa_operation.as_deref() == Some(instruction.id.0.as_str())
            };
            if let Some(refund) = page.data.iter().find(mine) {
                return Ok(Some(outcome(refund)));
            }
            match page.data.last() {
                Some(oldest) if page.has_more => {
                    query.truncate(2);
                    query.push(("starting_after", oldest.id.as_str().to_owned()));
                }
                Some(_) | None => break,
            }
        }
        // Another account's charge has no refunds here either, and says nothing of those there.
        self.intent(&intent.reference()).await?;
        Ok(None)
    }

    async fn intent_id(&self, instruction: &Instruction) -> Result<Option<ObjectId>, NoAnswer> {
        if let Some(reference) = &instruction.charged.reference {
            let id = ObjectId::try_from(reference.0.clone());
            return id.map(Some).map_err(|_| NoAnswer);
        }
        let found = self.intent_of(&instruction.charged).await?;
        Ok(found.map(|intent| intent.id))
    }
}

/// What is captured last lets the rest go, as Stripe does unless it is told otherwise.
fn capture(amount: i64, finality: Finality) -> Form {
    let mut form = vec![("amount_to_capture", amount.to_string())];
    match finality {
        Finality::Final => {}
        Finality::More => form.push(("final_capture", "false".to_owned())),
    }
    form
}

fn refund(intent: &ObjectId, amount: i64, key: &str) -> Form {
    vec![
        ("payment_intent", intent.as_str().to_owned()),
        ("amount", amount.to_string()),
        ("metadata[kassa_operation]", key.to_owned()),
    ]
}

/// What came of a capture or a void: Stripe answers with the charge as it is then.
fn moved(said: Said<PaymentIntent>) -> Result<OperationOutcome, NoAnswer> {
    match said {
        Said::Refused(refusal) => refused(&refusal),
        Said::Done(intent) => Ok(match intent.status {
            IntentStatus::Processing => OperationOutcome::Pending,
            IntentStatus::Succeeded | IntentStatus::Canceled | IntentStatus::RequiresCapture => {
                OperationOutcome::Finished
            }
            IntentStatus::RequiresPaymentMethod
            | IntentStatus::RequiresConfirmation
            | IntentStatus::RequiresAction => WRONG_STATE,
        }),
    }
}

fn refunded(said: Said<Refund>) -> Result<OperationOutcome, NoAnswer> {
    match said {
        Said::Refused(refusal) => refused(&refusal),
        Said::Done(refund) => Ok(outcome(&refund)),
    }
}

/// A charge that Stripe named and does not know any more was made with another account's key.
/// There the operation may have been done before, so nothing is certain of it.
fn refused(refusal: &Refusal) -> Result<OperationOutcome, NoAnswer> {
    if refusal.is_of_another_account() {
        refusal.log("operation");
        Err(NoAnswer)
    } else {
        Ok(OperationOutcome::Failed(refusal.failure()))
    }
}

/// <https://docs.stripe.com/api/refunds/object>: what is pending or wants something of the payer is
/// not decided.
fn outcome(refund: &Refund) -> OperationOutcome {
    match refund.status.as_deref() {
        Some("succeeded") => OperationOutcome::Finished,
        Some("failed" | "canceled") => OperationOutcome::Failed(OperationFailure::Refused),
        Some(_) | None => OperationOutcome::Pending,
    }
}

/// What the charge says of a capture or a void that leaves it there. Reserved money says nothing:
/// a capture that is not the last one leaves the rest reserved.
fn found(intent: &PaymentIntent, there: IntentStatus) -> Option<OperationOutcome> {
    match intent.status {
        status if status == there => Some(OperationOutcome::Finished),
        IntentStatus::Succeeded | IntentStatus::Canceled => Some(WRONG_STATE),
        IntentStatus::Processing => Some(OperationOutcome::Pending),
        IntentStatus::RequiresCapture => None,
        IntentStatus::RequiresPaymentMethod
        | IntentStatus::RequiresConfirmation
        | IntentStatus::RequiresAction => Some(WRONG_STATE),
    }
}
