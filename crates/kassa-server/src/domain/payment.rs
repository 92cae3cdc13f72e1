//! The money of a session: at most one payment for each.

use jiff::Timestamp;
use kassa_wire::{AccountId, Money, PaymentReference, SessionId};

use super::{CaptureMode, Funds};

/// A session's payment. How it is tried is in its attempts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Its name between people, unique on this server.
    pub reference: PaymentReference,
    /// Whose payment it is.
    pub account: AccountId,
    /// Its session.
    pub session: SessionId,
    /// How much.
    pub amount: Money,
    /// When its money is taken.
    pub capture: CaptureMode,
    /// What moved of its money.
    pub funds: Funds,
    /// Where it stands.
    pub state: PaymentState,
    /// When the first try began.
    pub created_at: Timestamp,
    /// When it last moved.
    pub updated_at: Timestamp,
}

/// Where a payment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaymentState {
    /// An attempt was claimed and nothing is known of it yet.
    Created,
    /// The payer has to do something elsewhere.
    RequiresAction,
    /// Under way; also when the processor's answer is missing.
    Processing,
    /// Reserved, not taken.
    Authorized,
    /// Taken.
    Captured,
    /// Part of it taken.
    PartiallyCaptured,
    /// Reserved and let go.
    Voided,
    /// Refused; may be tried again.
    Declined,
    /// Over, without a way to try again.
    Failed,
    /// Part of what was taken was returned.
    PartiallyRefunded,
    /// All that was taken was returned.
    Refunded,
}

impl PaymentState {
    /// Everywhere that a payment can stand.
    pub const ALL: &'static [Self] = &[
        Self::Created,
        Self::RequiresAction,
        Self::Processing,
        Self::Authorized,
        Self::Captured,
        Self::PartiallyCaptured,
        Self::Voided,
        Self::Declined,
        Self::Failed,
        Self::PartiallyRefunded,
        Self::Refunded,
    ];
}

/// What can happen to a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaymentEvent {
    /// Another attempt was claimed after a refusal.
    Retried,
    /// The processor wants something of the payer.
    ActionRequired,
    /// It is under way, or the answer is missing.
    Processing,
    /// The money was reserved.
    Authorized,
    /// The money was taken.
    Captured,
    /// Part of the reserved money was taken.
    PartlyCaptured,
    /// The reserved money was let go.
    Voided,
    /// The processor refused.
    Declined,
    /// It cannot be tried again.
    Failed,
    /// Part of the money was returned.
    PartlyRefunded,
    /// All the money was returned.
    Refunded,
}

/// This cannot happen to a payment that stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{event:?} cannot happen to a payment that is {state:?}")]
pub struct PaymentRefusal {
    /// Where it stands.
    pub state: PaymentState,
    /// What cannot happen to it.
    pub event: PaymentEvent,
}

impl Payment {
    /// The payment after something happened to its attempt: [`PaymentEvent::Captured`] is all of
    /// it at once. What the merchant does with its money afterwards goes by [`Payment::begin`] and
    /// [`Payment::finish`].
    ///
    /// # Errors
    /// [`PaymentRefusal`] where that cannot happen to it.
    pub fn after(self, event: PaymentEvent, now: Timestamp) -> Result<Self, PaymentRefusal> {
        let state = self.state.after(event)?;
        let funds = match event {
            PaymentEvent::Captured => Funds::all_captured(self.amount),
            PaymentEvent::Retried | PaymentEvent::ActionRequired | PaymentEvent::Processing => {
                self.funds
            }
            PaymentEvent::Authorized | PaymentEvent::Declined | PaymentEvent::Failed => self.funds,
            PaymentEvent::PartlyCaptured
            | PaymentEvent::Voided
            | PaymentEvent::PartlyRefunded
            | PaymentEvent::Refunded => {
                let state = self.state;
                return Err(PaymentRefusal { state, event });
            }
        };
        Ok(Self {
            state,
            funds,
            updated_at: now,
            ..self
        })
    }
}

impl PaymentState {
    /// Where it stands after something happened.
    ///
    /// # Errors
    /// [`PaymentRefusal`] where that cannot happen to it.
    pub fn after(self, event: PaymentEvent) -> Result<Self, PaymentRefusal> {
        let next = match event {
            PaymentEvent::Retried => self.if_declined(Self::Created),
            PaymentEvent::ActionRequired => self.if_pending(Self::RequiresAction),
            PaymentEvent::Processing => self.if_pending(Self::Processing),
            PaymentEvent::Authorized => self.if_pending(Self::Authorized),
            PaymentEvent::Captured => self.if_pending_or_reserved(Self::Captured),
            PaymentEvent::PartlyCaptured => self.if_reserved(Self::PartiallyCaptured),
            PaymentEvent::Voided => self.if_authorized(Self::Voided),
            PaymentEvent::Declined => self.if_pending(Self::Declined),
            PaymentEvent::Failed => self.if_pending(Self::Failed),
            PaymentEvent::PartlyRefunded => self.if_captured(Self::PartiallyRefunded),
            PaymentEvent::Refunded => self.if_captured(Self::Refunded),
        };
        next.ok_or(PaymentRefusal { state: self, event })
    }

    /// Nothing is certain yet. A missing answer may turn out to have asked for an action, so the
    /// three states lead to each other.
    fn if_pending(self, next: Self) -> Option<Self> {
        match self {
            Self::Created | Self::RequiresAction | Self::Processing => Some(next),
            Self::Authorized | Self::Captured | Self::PartiallyCaptured => None,
            Self::Voided | Self::Declined | Self::Failed => None,
            Self::PartiallyRefunded | Self::Refunded => None,
        }
    }

    fn if_authorized(self, next: Self) -> Option<Self> {
        match self {
            Self::Authorized => Some(next),
            Self::Created | Self::RequiresAction | Self::Processing => None,
            Self::Captured | Self::PartiallyCaptured => None,
            Self::Voided | Self::Declined | Self::Failed => None,
            Self::PartiallyRefunded | Self::Refunded => None,
        }
    }

    /// Some of the money may still be taken; whether it may, the payment's funds say.
    fn if_reserved(self, next: Self) -> Option<Self> {
        match self {
            Self::Authorized | Self::PartiallyCaptured => Some(next),
            Self::Created | Self::RequiresAction | Self::Processing | Self::Captured => None,
            Self::Voided | Self::Declined | Self::Failed => None,
            Self::PartiallyRefunded | Self::Refunded => None,
        }
    }

    fn if_pending_or_reserved(self, next: Self) -> Option<Self> {
        self.if_pending(next).or(self.if_reserved(next))
    }

    fn if_declined(self, next: Self) -> Option<Self> {
        match self {
            Self::Declined => Some(next),
            Self::Created | Self::RequiresAction | Self::Processing => None,
            Self::Authorized | Self::Captured | Self::PartiallyCaptured => None,
            Self::Voided | Self::Failed => None,
            Self::PartiallyRefunded | Self::Refunded => None,
        }
    }

    fn if_captured(self, next: Self) -> Option<Self> {
        match self {
            Self::Captured | Self::PartiallyCaptured | Self::PartiallyRefunded => Some(next),
            Self::Created | Self::RequiresAction | Self::Processing => None,
            Self::Authorized | Self::Voided => None,
            Self::Declined | Self::Failed | Self::Refunded => None,
        }
    }
}
