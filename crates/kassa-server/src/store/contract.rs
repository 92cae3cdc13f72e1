//! What every store does.

use std::fmt;

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::{AccountId, OrderNumber, PaymentReference, RecipientId, SessionId};

use crate::domain::{
    Account, Attempt, AttemptId, Checkout, Event, Order, Payment, Recipient, Session,
};

/// Keeps everything. One method, one whole transaction.
///
/// # Errors
/// Every method fails with [`StoreError`] where the database does not answer or a row cannot be
/// read; the transaction has then not happened.
#[async_trait]
pub trait Store: Send + Sync + fmt::Debug {
    /// Adds an account with its key, recipients and orders.
    async fn add_account(&self, account: &NewAccount) -> Result<(), StoreError>;

    /// The account that an API key opens.
    async fn account_by_key(&self, key: &KeyHash) -> Result<Option<Account>, StoreError>;

    /// Recipients of an account whose name or id holds the text, by name.
    async fn recipients(
        &self,
        account: &AccountId,
        query: &str,
    ) -> Result<Vec<Recipient>, StoreError>;

    /// A recipient of an account.
    async fn recipient(
        &self,
        account: &AccountId,
        id: &RecipientId,
    ) -> Result<Option<Recipient>, StoreError>;

    /// Orders of an account whose number or description holds the text, by number; only those
    /// that the recipient can take, where one is given.
    async fn orders(
        &self,
        account: &AccountId,
        recipient: Option<&Recipient>,
        query: &str,
    ) -> Result<Vec<Order>, StoreError>;

    /// An order of an account.
    async fn order(
        &self,
        account: &AccountId,
        number: &OrderNumber,
    ) -> Result<Option<Order>, StoreError>;

    /// Adds a session with the event that tells of it.
    async fn add_session(&self, session: &Session, event: &Event) -> Result<(), StoreError>;

    /// A payment of an account, as its merchant sees it.
    async fn merchant_payment(
        &self,
        account: &AccountId,
        reference: &PaymentReference,
    ) -> Result<Option<MerchantPayment>, StoreError>;

    /// A session with all that belongs to it.
    async fn checkout(&self, id: &SessionId) -> Result<Option<Checkout>, StoreError>;

    /// Moves a session that is not paying, if nobody moved it meanwhile.
    async fn change_session(&self, change: &SessionChange) -> Result<Swapped, StoreError>;

    /// Claims an attempt: its key for the session, the session for the attempt, the order for the
    /// session, all or nothing.
    async fn claim_attempt(&self, claim: &Claim) -> Result<Claimed, StoreError>;

    /// Writes where an attempt, its payment, its session and its order stand now, if nobody moved
    /// any of them meanwhile.
    async fn settle_attempt(&self, settle: &SettleAttempt) -> Result<Swapped, StoreError>;

    /// Writes that something happened which moved nothing.
    async fn add_event(&self, event: &Event) -> Result<(), StoreError>;

    /// An attempt with its session and payment.
    async fn in_flight(&self, id: &AttemptId) -> Result<Option<InFlight>, StoreError>;

    /// Attempts without an outcome that last moved at this instant or before, oldest first.
    async fn attempts_in_flight(&self, until: Timestamp) -> Result<Vec<AttemptId>, StoreError>;

    /// Sessions that wait and whose time is over.
    async fn sessions_due(&self, now: Timestamp) -> Result<Vec<Session>, StoreError>;

    /// What happened in a session, oldest first.
    async fn events(&self, session: &SessionId) -> Result<Vec<Event>, StoreError>;

    /// Whether the store answers.
    async fn ping(&self) -> Result<(), StoreError>;
}

/// Why a store did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed or does not answer.
    #[error("the database did not answer")]
    Database(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A row holds what no version of this program writes.
    #[error("a row of {table} cannot be read: {column}")]
    Unreadable {
        /// Whose row.
        table: &'static str,
        /// Which of its columns.
        column: &'static str,
    },
}

/// The SHA-256 of an API key. A key has 190 random bits, so there is nothing to guess that a slow
/// hash would protect.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyHash(pub [u8; 32]);

impl fmt::Debug for KeyHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// An account with everything that it starts with.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The account.
    pub account: Account,
    /// What its API key hashes to.
    pub key: KeyHash,
    /// Its recipients.
    pub recipients: Vec<Recipient>,
    /// Its orders.
    pub orders: Vec<Order>,
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

/// A session before and after, and what to tell of it.
#[derive(Clone, Debug)]
pub struct SessionChange {
    /// What it was when it was read.
    pub before: Session,
    /// What it is to be.
    pub after: Session,
    /// What happened.
    pub event: Event,
}

/// Whether a change was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Swapped {
    /// It was.
    Done,
    /// Somebody moved what was to be changed. Nothing was written; read again.
    Conflict,
}

impl Swapped {
    /// A change of one row was written if it met one row.
    pub(super) const fn if_one(rows: u64) -> Self {
        if rows == 1 {
            Self::Done
        } else {
            Self::Conflict
        }
    }
}

/// What to claim.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The new attempt. `attempt.payment` is a fresh reference, used where the session has no
    /// payment yet.
    pub attempt: Attempt,
    /// What the same key must come with again.
    pub fingerprint: Fingerprint,
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
    Refused(crate::domain::SessionRefusal),
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
