//! What every processor promises, and what it is asked.

use std::fmt;

use async_trait::async_trait;
use axum::http::HeaderMap;
use jiff::Timestamp;
use kassa_wire::state::MethodKind;
use kassa_wire::{CountryCode, Money, PaymentReference};

use crate::domain::{
    AttemptId, CaptureMode, CardTokenText, OperationId, OperationKind, OperationOutcome, Outcome,
    ProcessorName, ProcessorReference,
};

/// Whoever moves the money. Every call may fail without an answer, and every one is safe to
/// repeat: the attempt's or the operation's id is the processor's idempotency key.
#[async_trait]
pub trait Processor: Send + Sync + fmt::Debug {
    /// Its name in the store, by which an attempt is known to be its own. It never changes.
    fn name(&self) -> ProcessorName;

    /// How this amount can be paid in this country, in the order to offer it.
    fn offers(&self, amount: Money, country: CountryCode) -> Vec<Offer>;

    /// Charges once per attempt id, however often it is called, and answers with where the charge
    /// stands now.
    ///
    /// # Errors
    /// [`ProcessorError::InvalidToken`] is certain: nothing was charged. After
    /// [`ProcessorError::Unknown`] anything may have happened.
    async fn charge(&self, charge: &Charge) -> Result<Answer, ProcessorError>;

    /// Where the charge of an attempt stands; `None` where the processor never heard of it.
    ///
    /// # Errors
    /// [`ProcessorError::Unknown`] where the processor does not answer.
    async fn look_up(&self, charged: &Charged) -> Result<Option<Answer>, ProcessorError>;

    /// Captures, voids or refunds once per operation id, however often it is called, and answers
    /// with where the operation stands now. The processor keeps its own books: it refuses what
    /// they do not have.
    ///
    /// # Errors
    /// [`NoAnswer`]: anything may have happened.
    async fn operate(&self, instruction: &Instruction) -> Result<OperationOutcome, NoAnswer>;

    /// Where an operation stands; `None` where the processor never heard of it.
    ///
    /// # Errors
    /// [`NoAnswer`] where the processor does not answer.
    async fn look_up_operation(
        &self,
        instruction: &Instruction,
    ) -> Result<Option<OperationOutcome>, NoAnswer>;

    /// Reads a webhook of the processor's: what is to be looked up. A webhook proves nothing else.
    ///
    /// # Errors
    /// [`WebhookRefusal`]; nothing of it may be believed then.
    fn verify_webhook(
        &self,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Vec<Notice>, WebhookRefusal>;
}

/// One way to pay that a processor offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub method: MethodKind,
    /// Who changes a card into a token for a browser; only for cards.
    pub tokenizer: Option<Tokenizer>,
    /// Whether the money can be reserved first and taken later.
    pub manual_capture: ManualCapture,
}

/// Who changes a card into a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokenizer {
    /// Where: a path on this server or an absolute URL.
    pub url: String,
    /// The key that it wants, where its dialect is Stripe's. Everybody may know it.
    pub public_key: Option<String>,
}

impl Offer {
    /// Whether a payment whose money is to be taken then can be made this way.
    #[must_use]
    pub const fn takes(&self, mode: CaptureMode) -> bool {
        match (mode, self.manual_capture) {
            (CaptureMode::Automatic, _) | (CaptureMode::Manual, ManualCapture::Offered) => true,
            (CaptureMode::Manual, ManualCapture::NotOffered) => false,
        }
    }
}

/// Whether money can be reserved first and taken later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManualCapture {
    /// It can.
    Offered,
    /// It is taken at once, or not at all.
    NotOffered,
}

/// What to charge.
#[derive(Clone, Debug)]
pub struct Charge {
    /// Who is asked.
    pub processor: ProcessorName,
    /// The idempotency key.
    pub attempt: AttemptId,
    /// The payment's name between people, for statements and transfers.
    pub reference: PaymentReference,
    /// How much.
    pub amount: Money,
    /// When the money is taken.
    pub capture: CaptureMode,
    /// How.
    pub method: ChargeMethod,
    /// Where a redirect brings the payer back: the session's page. Holds the session's whole id.
    pub return_url: ReturnUrl,
}

/// Where a charge stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Where.
    pub outcome: Outcome,
    /// The processor's own name for the charge, where it has one.
    pub reference: Option<ProcessorReference>,
}

impl From<Outcome> for Answer {
    fn from(outcome: Outcome) -> Self {
        Self {
            outcome,
            reference: None,
        }
    }
}

/// A charge that was sent, or may have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charged {
    /// Who was asked.
    pub processor: ProcessorName,
    /// What it was sent under.
    pub attempt: AttemptId,
    /// The processor's own name for it, once it told it.
    pub reference: Option<ProcessorReference>,
    /// When it was sent first.
    pub since: Timestamp,
}

/// A capture, a void or a refund to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// The idempotency key.
    pub id: OperationId,
    /// Of which charge.
    pub charged: Charged,
    /// What.
    pub kind: OperationKind,
    /// How much; for a void all that is reserved.
    pub amount: Money,
}

/// What a webhook says may have moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A charge.
    Attempt(AttemptId),
    /// A capture, a void or a refund.
    Operation(OperationId),
}

impl From<AttemptId> for Notice {
    fn from(attempt: AttemptId) -> Self {
        Self::Attempt(attempt)
    }
}

/// How to charge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChargeMethod {
    /// A card, by its token.
    Card(CardTokenText),
    /// A transfer from the payer's bank.
    BankTransfer,
    /// A wallet with a page of its own.
    Wallet,
}

impl ChargeMethod {
    /// Its kind on the wire.
    #[must_use]
    pub const fn kind(&self) -> MethodKind {
        match self {
            Self::Card(_) => MethodKind::Card,
            Self::BankTransfer => MethodKind::BankTransfer,
            Self::Wallet => MethodKind::Wallet,
        }
    }
}

/// A session's page. Prints stars: the address is the payer's capability.
#[derive(Clone, PartialEq, Eq)]
pub struct ReturnUrl(pub String);

impl fmt::Debug for ReturnUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Why a processor's answer is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProcessorError {
    /// The card's token is not known or was used. Nothing was charged.
    #[error("the card's token is not known or was used")]
    InvalidToken,
    /// No answer: anything may have happened.
    #[error("the processor did not answer")]
    Unknown,
}

/// The processor did not answer: anything may have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the processor did not answer")]
pub struct NoAnswer;

/// Why a webhook is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebhookRefusal {
    /// This processor sends none.
    #[error("this processor sends no webhooks")]
    NotTaken,
    /// The signature is missing, wrong, or too old.
    #[error("the signature is missing, wrong, or too old")]
    Unproven,
    /// It is signed, and not what the processor's documentation promises.
    #[error("the body cannot be read")]
    Unreadable,
}
