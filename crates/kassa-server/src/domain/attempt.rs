//! One try at paying.

use std::fmt;

use jiff::Timestamp;
use kassa_wire::state::{DeclineReason, MethodKind};
use kassa_wire::view::{ActionKind, TransferView};
use kassa_wire::{AttemptKey, PaymentReference, SessionId};

/// One try at paying: `att_` and sixteen letters or digits. The processor's idempotency key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttemptId(pub String);

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A card's token. Prints stars.
#[derive(Clone, PartialEq, Eq)]
pub struct CardTokenText(pub String);

impl fmt::Debug for CardTokenText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// The processor's own name for a charge: what it is looked up by, and captured and refunded under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessorReference(pub String);

/// Which processor was asked, by its name in the store. Whoever took an attempt settles it, also
/// after the operator has chosen another one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProcessorName(pub String);

impl fmt::Display for ProcessorName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Something the payer has to do elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Where it is shown.
    pub kind: ActionKind,
    /// The page.
    pub url: String,
}

/// Where a processor says that a charge stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The money was taken.
    Captured,
    /// The money was reserved, to be captured or let go.
    Authorized,
    /// Refused; nothing was taken, and nothing will be.
    Declined(DeclineReason),
    /// The payer has to do something first.
    RequiresAction(Action),
    /// Under way; for a bank transfer with where to send it. Also what a missing answer is: it is
    /// never called a refusal.
    Processing(Option<TransferView>),
}

/// One try at paying, from the claim to its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Our id for it, and the processor's idempotency key.
    pub id: AttemptId,
    /// The payment that it tries to make.
    pub payment: PaymentReference,
    /// The session that it belongs to.
    pub session: SessionId,
    /// The payer's key: one press of **Pay**. Unique within the session.
    pub key: AttemptKey,
    /// How.
    pub method: MethodKind,
    /// The card, while the charge may have to be repeated; gone once the outcome is certain.
    pub token: Option<CardTokenText>,
    /// Whom it asks for the money.
    pub processor: ProcessorName,
    /// The processor's own name for the charge, once it told it.
    pub reference: Option<ProcessorReference>,
    /// Where it stands.
    pub state: AttemptState,
    /// When it was claimed.
    pub created_at: Timestamp,
    /// When it last moved.
    pub updated_at: Timestamp,
}

/// Where an attempt stands. Only the last three are certain; the others are in flight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttemptState {
    /// The payer pressed **Pay**; the merchant has yet to create the payment. The processor knows
    /// nothing of it.
    Announced,
    /// Claimed; the processor has not answered yet.
    Started,
    /// The payer has to do something elsewhere.
    RequiresAction(Action),
    /// Under way, or the answer is missing; for a bank transfer with where to send it.
    Processing(Option<TransferView>),
    /// The money was reserved. What becomes of it is the payment's to say.
    Authorized,
    /// The money was taken.
    Captured,
    /// Refused; nothing was taken.
    Declined(DeclineReason),
}

/// What an outcome did to an attempt or an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled<State = AttemptState> {
    /// It stands elsewhere now.
    Moved(State),
    /// It was there already, or the outcome is older than what is known.
    Unchanged,
}

/// The processor said two things that cannot both be true. Nothing moves; a person has to look.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the processor contradicts what it said before")]
pub struct Contradiction;

impl AttemptState {
    /// Whether the outcome is still to come.
    #[must_use]
    pub const fn is_in_flight(&self) -> bool {
        match self {
            Self::Announced | Self::Started => true,
            Self::RequiresAction(_) | Self::Processing(_) => true,
            Self::Authorized | Self::Captured | Self::Declined(_) => false,
        }
    }

    /// Whether the processor may never have heard of the attempt, for all we know.
    #[must_use]
    pub const fn is_unanswered(&self) -> bool {
        match self {
            Self::Started | Self::Processing(None) => true,
            Self::Announced | Self::RequiresAction(_) | Self::Processing(Some(_)) => false,
            Self::Authorized | Self::Captured | Self::Declined(_) => false,
        }
    }

    /// Whether the charge is still to be sent, or may have to be sent again: only then is the
    /// card's token kept.
    #[must_use]
    pub const fn needs_token(&self) -> bool {
        match self {
            Self::Announced => true,
            Self::Started | Self::RequiresAction(_) | Self::Processing(_) => self.is_unanswered(),
            Self::Authorized | Self::Captured | Self::Declined(_) => false,
        }
    }

    /// The merchant creates the payment that was announced: the processor may be asked. Once.
    #[must_use]
    pub const fn start(&self) -> Option<Self> {
        match self {
            Self::Announced => Some(Self::Started),
            Self::Started | Self::RequiresAction(_) | Self::Processing(_) => None,
            Self::Authorized | Self::Captured | Self::Declined(_) => None,
        }
    }

    /// Takes in an outcome, however late and however often it is told.
    ///
    /// # Errors
    /// [`Contradiction`] where a certain outcome would turn into another one, or where the
    /// processor says more than a refusal of what it was never asked.
    pub fn settle(self, outcome: Outcome) -> Result<Settled, Contradiction> {
        match outcome {
            Outcome::Captured => self.take(Self::Captured),
            Outcome::Authorized => self.take(Self::Authorized),
            Outcome::Declined(reason) => self.decline(reason),
            Outcome::RequiresAction(action) => self.require_action(action),
            Outcome::Processing(transfer) => self.process(transfer),
        }
    }

    /// Reserved money that is taken later is the payment's business, not the attempt's: whichever
    /// of the two was heard first stays.
    fn take(self, next: Self) -> Result<Settled, Contradiction> {
        match self {
            Self::Started | Self::RequiresAction(_) | Self::Processing(_) => {
                Ok(Settled::Moved(next))
            }
            Self::Authorized | Self::Captured => Ok(Settled::Unchanged),
            Self::Announced | Self::Declined(_) => Err(Contradiction),
        }
    }

    fn decline(self, reason: DeclineReason) -> Result<Settled, Contradiction> {
        match self {
            Self::Announced | Self::Started | Self::RequiresAction(_) | Self::Processing(_) => {
                Ok(Settled::Moved(Self::Declined(reason)))
            }
            Self::Authorized | Self::Captured => Err(Contradiction),
            Self::Declined(_) => Ok(Settled::Unchanged),
        }
    }

    /// An action that was asked for and done is not asked for again by an answer that comes late:
    /// only where nothing is known of the charge can it be news.
    fn require_action(self, action: Action) -> Result<Settled, Contradiction> {
        match self {
            Self::Started | Self::Processing(None) => {
                Ok(Settled::Moved(Self::RequiresAction(action)))
            }
            Self::RequiresAction(before) if before != action => {
                Ok(Settled::Moved(Self::RequiresAction(action)))
            }
            Self::RequiresAction(_) | Self::Processing(Some(_)) => Ok(Settled::Unchanged),
            Self::Authorized | Self::Captured | Self::Declined(_) => Ok(Settled::Unchanged),
            Self::Announced => Err(Contradiction),
        }
    }

    fn process(self, transfer: Option<TransferView>) -> Result<Settled, Contradiction> {
        match (self, transfer) {
            (Self::Announced, _) => Err(Contradiction),
            (Self::Started | Self::RequiresAction(_), transfer) => {
                Ok(Settled::Moved(Self::Processing(transfer)))
            }
            (Self::Processing(before), Some(after)) if before.as_ref() != Some(&after) => {
                Ok(Settled::Moved(Self::Processing(Some(after))))
            }
            (Self::Processing(_) | Self::Authorized, _) => Ok(Settled::Unchanged),
            (Self::Captured | Self::Declined(_), _) => Ok(Settled::Unchanged),
        }
    }
}
