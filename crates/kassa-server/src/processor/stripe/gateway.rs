//! The processor as the server holds it.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use axum::http::HeaderMap;
use kassa_wire::state::MethodKind;
use kassa_wire::{CountryCode, Money};

use super::amount::stripe_amount;
use super::client::{ClientError, StripeClient};
use super::{notices, signature};
use crate::clock::Clock;
use crate::domain::{OperationOutcome, Origin};
use crate::processor::{
    Answer, Charge, Charged, Instruction, ManualCapture, NoAnswer, Notice, Offer, Processor,
    ProcessorError, ProcessorName, Tokenizer, WebhookRefusal,
};
use crate::secret::Secret;

/// Where browsers change a card into a token, on the base URL.
const TOKENS: &str = "/v1/payment_methods";

/// What the operator chose.
#[derive(Clone, Debug)]
pub struct StripeSettings {
    /// Stripe's address, or that of a stand-in.
    pub base_url: Origin,
    /// What the server asks with.
    pub secret_key: Secret,
    /// What browsers ask for a card's token with. Everybody may know it.
    pub publishable_key: String,
    /// What proves that a webhook is Stripe's.
    pub webhook_secret: Secret,
    /// How often the account may capture.
    pub captures: Captures,
    /// How long a request may take.
    pub time_limit: Duration,
}

/// How often what was reserved once may be captured. Stripe lets an account capture more than
/// once only where it is priced for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Captures {
    /// Once; then the rest is let go.
    One,
    /// Several times, with the cards that allow it.
    Several,
}

/// Stripe.
#[derive(Clone, Debug)]
pub struct Stripe {
    pub(super) client: StripeClient,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) captures: Captures,
    tokenizer: Tokenizer,
    webhook_secret: Secret,
}

impl Stripe {
    /// Nothing is asked yet.
    ///
    /// # Errors
    /// [`ClientError`] where Stripe cannot be asked at all.
    pub fn new(settings: StripeSettings, clock: Arc<dyn Clock>) -> Result<Self, ClientError> {
        let base_url = settings.base_url.as_str().to_owned();
        let tokenizer = Tokenizer {
            url: format!("{base_url}{TOKENS}"),
            public_key: Some(settings.publishable_key),
        };
        let client = StripeClient::new(base_url, &settings.secret_key, settings.time_limit)?;
        Ok(Self {
            client,
            clock,
            captures: settings.captures,
            tokenizer,
            webhook_secret: settings.webhook_secret,
        })
    }
}

#[async_trait]
impl Processor for Stripe {
    fn name(&self) -> ProcessorName {
        ProcessorName(super::NAME.to_owned())
    }

    /// Cards, where Stripe can take exactly this amount.
    fn offers(&self, amount: Money, _country: CountryCode) -> Vec<Offer> {
        let card = Offer {
            method: MethodKind::Card,
            tokenizer: Some(self.tokenizer.clone()),
            manual_capture: ManualCapture::Offered,
        };
        stripe_amount(amount).map(|_| card).into_iter().collect()
    }

    async fn charge(&self, charge: &Charge) -> Result<Answer, ProcessorError> {
        self.charge_once(charge).await
    }

    async fn look_up(&self, charged: &Charged) -> Result<Option<Answer>, ProcessorError> {
        self.find_charge(charged).await
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

    fn verify_webhook(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Vec<Notice>, WebhookRefusal> {
        let header = headers.get(signature::HEADER);
        let header = header.and_then(|value| value.to_str().ok());
        let proven = signature::proves(
            header.unwrap_or_default(),
            body,
            &self.webhook_secret,
            self.clock.now(),
        );
        if proven {
            notices::read(body).ok_or(WebhookRefusal::Unreadable)
        } else {
            Err(WebhookRefusal::Unproven)
        }
    }
}
