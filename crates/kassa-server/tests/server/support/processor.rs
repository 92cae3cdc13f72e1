//! A processor that does what a test tells it to, and keeps a ledger of what it took.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use std::time::Duration;

use async_trait::async_trait;
use axum::http::HeaderMap;
use kassa_server::domain::{AttemptId, OperationId, OperationKind, OperationOutcome};
use kassa_server::processor::{
    Answer, Charge, Charged, Instruction, ManualCapture, NoAnswer, Notice, Offer, Outcome,
    Processor, ProcessorError, ProcessorName, WebhookRefusal,
};
use kassa_wire::state::MethodKind;
use kassa_wire::{CountryCode, Money};
use tokio::sync::Notify;
use tokio::time::timeout;

/// What the processor does with the next charge that it has not seen before.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    /// Does it and says so.
    Say(Outcome),
    /// Does it and says nothing for ever.
    Lose(Outcome),
    /// Does it and says so once the test lets it.
    Wait(Outcome),
    /// Never hears of it.
    Miss,
    /// Does not know the token.
    RefuseToken,
    /// Falls over.
    Panic,
}

/// What the processor does with the next capture, void or refund that it has not seen before.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OperationReply {
    /// Does it, or does not, and says so.
    Say(OperationOutcome),
    /// Does it and says nothing for ever.
    Lose(OperationOutcome),
    /// Does it and says so once the test lets it.
    Wait(OperationOutcome),
    /// Never hears of it.
    Miss,
}

/// How the processor answers who looks a charge up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LookUp {
    /// With what its ledger says.
    #[default]
    Answered,
    /// With an error.
    Failed,
    /// Never.
    Unanswered,
    /// With what its ledger says once the test lets it.
    Held,
}

/// Takes what it is told to take: once per attempt, however often it is asked.
#[derive(Debug, Default)]
pub(crate) struct ScriptedProcessor {
    script: Mutex<VecDeque<Reply>>,
    ledger: Mutex<BTreeMap<AttemptId, Outcome>>,
    asked: Mutex<Vec<AttemptId>>,
    operation_script: Mutex<VecDeque<OperationReply>>,
    operations: Mutex<BTreeMap<OperationId, (OperationKind, i64, OperationOutcome)>>,
    instructions: Mutex<Vec<OperationId>>,
    look_ups: Mutex<LookUp>,
    looked_up: Mutex<Vec<AttemptId>>,
    let_go: Notify,
    heard: Notify,
    looked_for: Notify,
}

impl ScriptedProcessor {
    /// What to do with the next charge; where nothing is said, the money is taken.
    pub(crate) fn next(&self, reply: Reply) {
        self.script.lock().unwrap().push_back(reply);
    }

    /// What to do with the next capture, void or refund; where nothing is said, it is done.
    pub(crate) fn next_operation(&self, reply: OperationReply) {
        self.operation_script.lock().unwrap().push_back(reply);
    }

    /// A capture, a void or a refund was decided on the processor's side.
    pub(crate) fn decides(&self, id: &OperationId, outcome: OperationOutcome) {
        let mut operations = self.operations.lock().unwrap();
        operations.get_mut(id).unwrap().2 = outcome;
    }

    /// Every capture, void and refund that was asked for, with those that were asked for again.
    pub(crate) fn instructions(&self) -> Vec<OperationId> {
        self.instructions.lock().unwrap().clone()
    }

    /// How much money went back.
    pub(crate) fn refunded(&self) -> i64 {
        let operations = self.operations.lock().unwrap();
        let finished = operations.values().filter(|(kind, _, outcome)| {
            (*kind, *outcome) == (OperationKind::Refund, OperationOutcome::Finished)
        });
        finished.map(|(_, amount, _)| amount).sum()
    }

    fn operation(&self, id: &OperationId) -> Option<OperationOutcome> {
        let operations = self.operations.lock().unwrap();
        operations.get(id).map(|(_, _, outcome)| *outcome)
    }

    fn operation_script_for(&self, instruction: &Instruction) -> OperationReply {
        let id = instruction.id.clone();
        self.instructions.lock().unwrap().push(id.clone());
        if let Some(known) = self.operation(&id) {
            return OperationReply::Say(known);
        }
        let reply = self.operation_script.lock().unwrap().pop_front();
        let reply = reply.unwrap_or(OperationReply::Say(OperationOutcome::Finished));
        match reply {
            OperationReply::Say(outcome)
            | OperationReply::Lose(outcome)
            | OperationReply::Wait(outcome) => {
                let done = (instruction.kind, instruction.amount.amount, outcome);
                self.operations.lock().unwrap().insert(id, done);
            }
            OperationReply::Miss => {}
        }
        reply
    }

    /// How to answer from now on who looks a charge up.
    pub(crate) fn look_ups_are(&self, how: LookUp) {
        *self.look_ups.lock().unwrap() = how;
    }

    /// Lets a [`Reply::Wait`] or a [`LookUp::Held`] answer.
    pub(crate) fn let_go(&self) {
        self.let_go.notify_one();
    }

    /// Waits until a charge was heard of.
    pub(crate) async fn heard(&self) {
        self.heard.notified().await;
    }

    /// Waits until somebody looks a charge up.
    pub(crate) async fn looked_for(&self) {
        let looked_for = timeout(Duration::from_secs(5), self.looked_for.notified());
        looked_for.await.expect("nobody looks a charge up");
    }

    /// Something happened on the processor's side.
    pub(crate) fn becomes(&self, attempt: &AttemptId, outcome: Outcome) {
        self.ledger.lock().unwrap().insert(attempt.clone(), outcome);
    }

    /// It knows nothing any more of a charge that it answered.
    pub(crate) fn forgets(&self, attempt: &AttemptId) {
        self.ledger.lock().unwrap().remove(attempt);
    }

    /// How often money was taken.
    pub(crate) fn captures(&self) -> usize {
        let ledger = self.ledger.lock().unwrap();
        ledger
            .values()
            .filter(|outcome| **outcome == Outcome::Captured)
            .count()
    }

    /// Every charge that was asked for, with those that were asked for again.
    pub(crate) fn asked(&self) -> Vec<AttemptId> {
        self.asked.lock().unwrap().clone()
    }

    /// Every charge that was looked up, as often as it was.
    pub(crate) fn looked_up(&self) -> Vec<AttemptId> {
        self.looked_up.lock().unwrap().clone()
    }

    fn known(&self, attempt: &AttemptId) -> Option<Outcome> {
        self.ledger.lock().unwrap().get(attempt).cloned()
    }

    fn script_for(&self, attempt: &AttemptId) -> Reply {
        self.asked.lock().unwrap().push(attempt.clone());
        let known = self.known(attempt);
        let next = || self.script.lock().unwrap().pop_front();
        let script = known.map(Reply::Say).or_else(next);
        script.unwrap_or(Reply::Say(Outcome::Captured))
    }
}

#[async_trait]
impl Processor for ScriptedProcessor {
    fn name(&self) -> ProcessorName {
        ProcessorName("scripted".to_owned())
    }

    fn offers(&self, _: Money, _: CountryCode) -> Vec<Offer> {
        let offer = |method, manual_capture| Offer {
            method,
            tokenizer: None,
            manual_capture,
        };
        vec![
            offer(MethodKind::Card, ManualCapture::Offered),
            offer(MethodKind::BankTransfer, ManualCapture::NotOffered),
            offer(MethodKind::Wallet, ManualCapture::NotOffered),
        ]
    }

    async fn charge(&self, charge: &Charge) -> Result<Answer, ProcessorError> {
        let reply = self.script_for(&charge.attempt);
        if let Reply::Say(outcome) | Reply::Lose(outcome) | Reply::Wait(outcome) = &reply {
            self.becomes(&charge.attempt, outcome.clone());
        }
        self.heard.notify_one();
        match reply {
            Reply::Say(outcome) => Ok(outcome.into()),
            Reply::Lose(_) => std::future::pending().await,
            Reply::Wait(outcome) => {
                self.let_go.notified().await;
                Ok(outcome.into())
            }
            Reply::Miss => Err(ProcessorError::Unknown),
            Reply::RefuseToken => Err(ProcessorError::InvalidToken),
            Reply::Panic => panic!("the processor's library fell over"),
        }
    }

    async fn look_up(&self, charged: &Charged) -> Result<Option<Answer>, ProcessorError> {
        let attempt = &charged.attempt;
        self.looked_up.lock().unwrap().push(attempt.clone());
        self.looked_for.notify_one();
        let how = *self.look_ups.lock().unwrap();
        match how {
            LookUp::Answered => Ok(self.known(attempt).map(Answer::from)),
            LookUp::Failed => Err(ProcessorError::Unknown),
            LookUp::Unanswered => std::future::pending().await,
            LookUp::Held => {
                self.let_go.notified().await;
                Ok(self.known(attempt).map(Answer::from))
            }
        }
    }

    async fn operate(&self, instruction: &Instruction) -> Result<OperationOutcome, NoAnswer> {
        let reply = self.operation_script_for(instruction);
        self.heard.notify_one();
        match reply {
            OperationReply::Say(outcome) => Ok(outcome),
            OperationReply::Lose(_) => std::future::pending().await,
            OperationReply::Wait(outcome) => {
                self.let_go.notified().await;
                Ok(outcome)
            }
            OperationReply::Miss => Err(NoAnswer),
        }
    }

    async fn look_up_operation(
        &self,
        instruction: &Instruction,
    ) -> Result<Option<OperationOutcome>, NoAnswer> {
        self.looked_for.notify_one();
        let how = *self.look_ups.lock().unwrap();
        match how {
            LookUp::Answered => Ok(self.operation(&instruction.id)),
            LookUp::Failed => Err(NoAnswer),
            LookUp::Unanswered => std::future::pending().await,
            LookUp::Held => {
                self.let_go.notified().await;
                Ok(self.operation(&instruction.id))
            }
        }
    }

    fn verify_webhook(&self, _: &HeaderMap, _: &[u8]) -> Result<Vec<Notice>, WebhookRefusal> {
        Err(WebhookRefusal::NotTaken)
    }
}
