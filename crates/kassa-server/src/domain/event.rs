//! What happened, append-only: the payment's timeline and, later, the webhooks' outbox.

use jiff::Timestamp;
use kassa_wire::{AccountId, PaymentReference, SessionId};
use serde_json::Value;

use super::{AttemptId, OperationId};

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
    /// By which capture, void or refund, if by one.
    pub operation: Option<OperationId>,
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
    /// The payer was invited: the link is on its way, or with the merchant.
    SessionInvited,
    /// A session's time is over.
    SessionExpired,
    /// The merchant changed a session, or its payer chose how it is sent or gave a code.
    SessionUpdated,
    /// The merchant's page locked a session while its server changes it.
    SessionLocked,
    /// A session was called off.
    SessionCancelled,
    /// The payer of a session that is over asked for a new link.
    SessionLinkRequested,
    /// A session was paid.
    SessionComplete,
    /// The payer wants to pay: the merchant's server may create the payment now.
    PaymentAnnounced,
    /// The first attempt of a session began.
    PaymentCreated,
    /// Another attempt began after a refusal.
    PaymentRetried,
    /// The payer has to do something elsewhere.
    PaymentRequiresAction,
    /// A payment is under way, or the answer is missing.
    PaymentProcessing,
    /// The money was reserved.
    PaymentAuthorized,
    /// The money was taken.
    PaymentCaptured,
    /// Part of the reserved money was taken.
    PaymentPartiallyCaptured,
    /// The processor did not take the reserved money: it stays reserved.
    PaymentCaptureFailed,
    /// The reserved money was let go.
    PaymentVoided,
    /// The processor did not let the reserved money go.
    PaymentVoidFailed,
    /// The processor refused.
    PaymentDeclined,
    /// The processor contradicted what it had said: a person has to look.
    PaymentContradicted,
    /// Money is being returned.
    RefundInitiated,
    /// Money was returned.
    RefundFinished,
    /// The processor did not return the money, or the payer's bank sent it back days later.
    RefundFailed,
}

impl EventKind {
    /// Everything that can happen.
    pub const ALL: &'static [Self] = &[
        Self::SessionCreated,
        Self::SessionConfirmed,
        Self::SessionInvited,
        Self::SessionExpired,
        Self::SessionUpdated,
        Self::SessionLocked,
        Self::SessionCancelled,
        Self::SessionLinkRequested,
        Self::SessionComplete,
        Self::PaymentAnnounced,
        Self::PaymentCreated,
        Self::PaymentRetried,
        Self::PaymentRequiresAction,
        Self::PaymentProcessing,
        Self::PaymentAuthorized,
        Self::PaymentCaptured,
        Self::PaymentPartiallyCaptured,
        Self::PaymentCaptureFailed,
        Self::PaymentVoided,
        Self::PaymentVoidFailed,
        Self::PaymentDeclined,
        Self::PaymentContradicted,
        Self::RefundInitiated,
        Self::RefundFinished,
        Self::RefundFailed,
    ];

    /// The name on the wire and in the store. It never changes.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SessionCreated => "session.created",
            Self::SessionConfirmed => "session.confirmed",
            Self::SessionInvited => "session.invited",
            Self::SessionExpired => "session.expired",
            Self::SessionUpdated => "session.updated",
            Self::SessionLocked => "session.locked",
            Self::SessionCancelled => "session.cancelled",
            Self::SessionLinkRequested => "session.link_requested",
            Self::SessionComplete => "session.complete",
            Self::PaymentAnnounced => "payment.announced",
            Self::PaymentCreated => "payment.created",
            Self::PaymentRetried => "payment.retried",
            Self::PaymentRequiresAction => "payment.requires_action",
            Self::PaymentProcessing => "payment.processing",
            Self::PaymentAuthorized => "payment.authorized",
            Self::PaymentCaptured => "payment.captured",
            Self::PaymentPartiallyCaptured => "payment.partially_captured",
            Self::PaymentCaptureFailed => "payment.capture_failed",
            Self::PaymentVoided => "payment.voided",
            Self::PaymentVoidFailed => "payment.void_failed",
            Self::PaymentDeclined => "payment.declined",
            Self::PaymentContradicted => "payment.contradicted",
            Self::RefundInitiated => "refund.initiated",
            Self::RefundFinished => "refund.finished",
            Self::RefundFailed => "refund.failed",
        }
    }
}
