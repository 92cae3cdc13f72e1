//! What happened, append-only: the payment's timeline and, later, the webhooks' outbox.

use jiff::Timestamp;
use kassa_wire::{AccountId, PaymentReference, SessionId};
use serde_json::Value;

use super::AttemptId;

/// One thing that happened: `evt_` and sixteen letters or digits. Webhooks carry it, so that whoever
/// hears of it twice knows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub String);

/// Something that happened. Written in the same transaction as the state that it tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name.
    pub id: EventId,
    /// What.
    pub kind: EventKind,
    /// Whose.
    pub account: AccountId,
    /// In which session.
    pub session: SessionId,
    /// To which payment, if to one.
    pub payment: Option<PaymentReference>,
    /// By which attempt, if by one.
    pub attempt: Option<AttemptId>,
    /// What it was about, as it was then: what webhooks tell. Null where that says no more than
    /// the fields above.
    pub data: Value,
    /// When.
    pub at: Timestamp,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// A session was made.
    SessionCreated,
    /// The payer confirmed their information.
    SessionConfirmed,
    /// A session's time is over.
    SessionExpired,
    /// A session was called off.
    SessionCancelled,
    /// A session was paid.
    SessionComplete,
    /// The first attempt of a session began.
    PaymentCreated,
    /// Another attempt began after a refusal.
    PaymentRetried,
    /// The payer has to do something elsewhere.
    PaymentRequiresAction,
    /// A payment is under way, or the answer is missing.
    PaymentProcessing,
    /// The money was taken.
    PaymentCaptured,
    /// The processor refused.
    PaymentDeclined,
    /// The processor contradicted what it had said: a person has to look.
    PaymentContradicted,
}

impl EventKind {
    /// Everything that can happen.
    pub const ALL: &'static [Self] = &[
        Self::SessionCreated,
        Self::SessionConfirmed,
        Self::SessionExpired,
        Self::SessionCancelled,
        Self::SessionComplete,
        Self::PaymentCreated,
        Self::PaymentRetried,
        Self::PaymentRequiresAction,
        Self::PaymentProcessing,
        Self::PaymentCaptured,
        Self::PaymentDeclined,
        Self::PaymentContradicted,
    ];

    /// The name on the wire and in the store. It never changes.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SessionCreated => "session.created",
            Self::SessionConfirmed => "session.confirmed",
            Self::SessionExpired => "session.expired",
            Self::SessionCancelled => "session.cancelled",
            Self::SessionComplete => "session.complete",
            Self::PaymentCreated => "payment.created",
            Self::PaymentRetried => "payment.retried",
            Self::PaymentRequiresAction => "payment.requires_action",
            Self::PaymentProcessing => "payment.processing",
            Self::PaymentCaptured => "payment.captured",
            Self::PaymentDeclined => "payment.declined",
            Self::PaymentContradicted => "payment.contradicted",
        }
    }
}
