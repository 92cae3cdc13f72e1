//! Several processors as one: new attempts are the chosen one's, and whoever took an attempt
//! settles it.

use std::sync::Arc;

use async_trait::async_trait;
use axum::http::HeaderMap;
use kassa_wire::{CountryCode, Money};

use super::contract::{
    Answer, Charge, Charged, Instruction, NoAnswer, Notice, Offer, Processor, ProcessorError,
    WebhookRefusal,
};
use crate::domain::{OperationOutcome, ProcessorName};

/// The processor that the operator chose, and those that payments of before are kept by.
#[derive(Clone, Debug)]
pub struct Processors {
    chosen: Arc<dyn Processor>,
    others: Vec<Arc<dyn Processor>>,
}

impl Processors {
    /// New attempts are the chosen one's; the others look after their own.
    #[must_use]
    pub fn new(chosen: Arc<dyn Processor>, others: Vec<Arc<dyn Processor>>) -> Self {
        Self { chosen, others }
    }

    /// Whose it is. Nobody is asked in another one's stead: what it never heard of it would call
    /// not charged.
    fn of(&self, name: &ProcessorName) -> Option<&dyn Processor> {
        let all = std::iter::once(&self.chosen).chain(&self.others);
        let found = all.map(AsRef::as_ref).find(|it| it.name() == *name);
        if found.is_none() {
            tracing::error!(processor = %name, "payments are kept by a processor without settings");
        }
        found
    }
}

#[async_trait]
impl Processor for Processors {
    fn name(&self) -> ProcessorName {
        self.chosen.name()
    }

    fn offers(&self, amount: Money, country: CountryCode) -> Vec<Offer> {
        self.chosen.offers(amount, country)
    }

    async fn charge(&self, charge: &Charge) -> Result<Answer, ProcessorError> {
        let asked = self.of(&charge.processor);
        asked.ok_or(ProcessorError::Unknown)?.charge(charge).await
    }

    async fn look_up(&self, charged: &Charged) -> Result<Option<Answer>, ProcessorError> {
        let asked = self.of(&charged.processor);
        asked.ok_or(ProcessorError::Unknown)?.look_up(charged).await
    }

    async fn operate(&self, instruction: &Instruction) -> Result<OperationOutcome, NoAnswer> {
        let asked = self.of(&instruction.charged.processor);
        asked.ok_or(NoAnswer)?.operate(instruction).await
    }

    async fn look_up_operation(
        &self,
        instruction: &Instruction,
    ) -> Result<Option<OperationOutcome>, NoAnswer> {
        let asked = self.of(&instruction.charged.processor);
        asked.ok_or(NoAnswer)?.look_up_operation(instruction).await
    }

    /// Each processor's webhooks come to an address of its own.
    fn verify_webhook(&self, _: &HeaderMap, _: &[u8]) -> Result<Vec<Notice>, WebhookRefusal> {
        Err(WebhookRefusal::NotTaken)
    }
}
