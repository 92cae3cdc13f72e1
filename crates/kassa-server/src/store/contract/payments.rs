//! Payments and the attempts at them.

use std::fmt;

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::{AccountId, PaymentReference, RecipientId};

use super::{Lasting, Lease, Page, StoreError, Swapped};
use crate::domain::{
    Attempt, AttemptId, Event, EventId, Payment, PaymentState, Session, SessionRefusal,
};

/// Keeps payments: how they are claimed, tried and settled.
#[async_trait]
pub trait Payments: Send + Sync {
    /// A payment of an account, as its merchant sees it.
    async fn merchant_payment(
        &self,
        account: &AccountId,
        reference: &PaymentReference,
    ) -> Result<Option<MerchantPayment>, StoreError>;

    /// Claims an attempt: its key for the session, the session for the attempt, the order for the
    /// session, all or nothing.
    async fn claim_attempt(&self, claim: &Claim) -> Result<Claimed, StoreError>;

    /// Writes where an attempt, its payment, its session and its order stand now, if nobody moved
    /// any of them meanwhile.
    async fn settle_attempt(&self, settle: &SettleAttempt) -> Result<Swapped, StoreError>;

    /// An attempt with its session and payment.
    async fn in_flight(&self, id: &AttemptId) -> Result<Option<InFlight>, StoreError>;

    /// Attempts without an outcome that last moved at this instant or before, oldest first.
    async fn attempts_in_flight(&self, until: Timestamp) -> Result<Vec<AttemptId>, StoreError>;

    /// The same, taken for this server, with those that the merchant never created and whose
    /// session's time is over.
    async fn claim_attempts_in_flight(
        &self,
        until: Timestamp,
        lease: &Lease,
    ) -> Result<Vec<AttemptId>, StoreError>;

    /// A page of an account's payments, newest first.
    async fn list_payments(&self, list: &ListPayments) -> Result<FoundPayments, StoreError>;
}

/// Which payments: those that everything said here is true of.
#[derive(Clone, Debug)]
pub struct ListPayments {
    /// Whose.
    pub account: AccountId,
    /// Where they stand.
    pub state: Option<PaymentState>,
    /// Who is paid.
    pub recipient: Option<RecipientId>,
    /// Each word of it begins the reference, the order's number, the payer's email, or a word of
    /// the payer's name.
    pub query: String,
    /// When the first try began: then or later.
    pub from: Option<Timestamp>,
    /// When the first try began: before then.
    pub to: Option<Timestamp>,
    /// The last one of the page before.
    pub after: Option<PaymentReference>,
    /// How many at the most.
    pub most: u32,
}

/// What a list of payments comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundPayments {
    /// A page of it.
    Page(Page<MerchantPayment>),
    /// Too many different words begin like this: somebody has to type more of them.
    TooBroad,
}

/// A payment as its merchant sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MerchantPayment {
    /// The payment.
    pub payment: Payment,
    /// Its session.
    pub session: Session,
    /// Every try, oldest first.
    pub attempts: Vec<Attempt>,
}

/// What to claim.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The new attempt. `attempt.payment` is a fresh reference, used where the session has no
    /// payment yet.
    pub attempt: Attempt,
    /// What the same key must come with again.
    pub fingerprint: Fingerprint,
    /// The id of the event that tells of a fresh claim.
    pub event: EventId,
    /// What the event tells of the payment, whose name only the transaction knows.
    pub data: fn(&Payment, Option<&str>) -> serde_json::Value,
    /// Where the merchant's server creates a payment that is only announced: the event tells it.
    pub confirm_url: Option<String>,
    /// Now: an offer that has ended cannot be claimed.
    pub now: Timestamp,
}

/// A hash of what came with a key: the same request has the same one, another has another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(pub [u8; 32]);

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// What came of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// The attempt is the session's: charge it. The payment's name is in it.
    Fresh(Box<InFlight>),
    /// This very request came before; its attempt stands as it stands.
    Replay(Box<Attempt>),
    /// The key came before with another method or card.
    KeyReused,
    /// The session does not take it: another attempt is under way, the information is not
    /// confirmed, or the session is over.
    Refused(SessionRefusal),
    /// The order was paid in another session.
    OrderPaid,
    /// The order is being paid in another session.
    OrderBusy,
    /// The drawn reference is another payment's: draw again.
    ReferenceTaken,
    /// There is no such session.
    NoSession,
}

/// An attempt with what moves when it is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InFlight {
    /// The attempt.
    pub attempt: Attempt,
    /// Its payment.
    pub payment: Payment,
    /// Its session.
    pub session: Session,
}

/// What to write when an attempt moved.
#[derive(Clone, Debug)]
pub struct SettleAttempt {
    /// What was read.
    pub before: InFlight,
    /// What it is to be. A complete session pays its order; a refused one lets it go.
    pub after: InFlight,
    /// What happened.
    pub events: Vec<Event>,
}

impl Lasting for Claimed {
    /// Only an attempt that took its key, its session and its order is kept.
    fn lasts(&self) -> bool {
        match self {
            Self::Fresh(_) => true,
            Self::Replay(_)
            | Self::KeyReused
            | Self::Refused(_)
            | Self::OrderPaid
            | Self::OrderBusy
            | Self::ReferenceTaken
            | Self::NoSession => false,
        }
    }
}
