//! What every processor promises, and what it is asked.

use std::fmt;

use async_trait::async_trait;
use kassa_wire::state::MethodKind;
use kassa_wire::{CountryCode, Money, PaymentReference};

use crate::domain::{AttemptId, CardTokenText, Outcome};

/// Whoever moves the money. Every call may fail without an answer, and every charge is safe to
/// repeat: the attempt's id is the processor's idempotency key.
#[async_trait]
pub trait Processor: Send + Sync + fmt::Debug {
    /// How this amount can be paid in this country, in the order to offer it.
    fn offers(&self, amount: Money, country: CountryCode) -> Vec<Offer>;

    /// Charges once per attempt id, however often it is called, and answers with where the charge
    /// stands now.
    ///
    /// # Errors
    /// [`ProcessorError::InvalidToken`] is certain: nothing was charged. After
    /// [`ProcessorError::Unknown`] anything may have happened.
    async fn charge(&self, charge: &Charge) -> Result<Outcome, ProcessorError>;

    /// Where the charge of this attempt stands; `None` where the processor never heard of it.
    ///
    /// # Errors
    /// [`ProcessorError::Unknown`] where the processor does not answer.
    async fn look_up(&self, attempt: &AttemptId) -> Result<Option<Outcome>, ProcessorError>;
}

/// One way to pay that a processor offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub method: MethodKind,
    /// Where a browser changes a card into a token; only for cards.
    pub tokenizer: Option<String>,
}

/// What to charge.
#[derive(Clone, Debug)]
pub struct Charge {
    /// The idempotency key.
    pub attempt: AttemptId,
    /// The payment's name between people, for statements and transfers.
    pub reference: PaymentReference,
    /// How much.
    pub amount: Money,
    /// How.
    pub method: ChargeMethod,
    /// Where a redirect brings the payer back: the session's page. Holds the session's whole id.
    pub return_url: ReturnUrl,
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
