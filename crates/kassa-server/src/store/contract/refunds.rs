//! What is taken, let go and returned after an attempt succeeded.

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::{AccountId, PaymentReference};

use super::{Lasting, Lease, StoreError, Swapped};
use crate::domain::{Attempt, Event, Operation, OperationId, Payment};

/// Keeps captures, voids and refunds.
#[async_trait]
pub trait Refunds: Send + Sync {
    /// Writes that an operation was initiated, with what of the payment's money it moves, if
    /// nobody moved the payment meanwhile: this is what keeps refunds that begin at once from
    /// exceeding what was captured.
    async fn begin_operation(&self, begin: &BeginOperation) -> Result<Swapped, StoreError>;

    /// Writes where an operation and its payment stand now, if nobody moved either meanwhile.
    async fn settle_operation(&self, settle: &SettleOperation) -> Result<Swapped, StoreError>;

    /// An operation with its payment.
    async fn operation(&self, id: &OperationId) -> Result<Option<MoneyMove>, StoreError>;

    /// An operation of an account, as its merchant sees it.
    async fn merchant_operation(
        &self,
        account: &AccountId,
        id: &OperationId,
    ) -> Result<Option<MoneyMove>, StoreError>;

    /// Every operation of a payment, oldest first.
    async fn operations_of(&self, payment: &PaymentReference)
    -> Result<Vec<Operation>, StoreError>;

    /// Operations without an outcome that last moved at this instant or before, oldest first.
    async fn operations_in_flight(&self, until: Timestamp) -> Result<Vec<OperationId>, StoreError>;

    /// The same, taken for this server.
    async fn claim_operations_in_flight(
        &self,
        until: Timestamp,
        lease: &Lease,
    ) -> Result<Vec<OperationId>, StoreError>;
}

/// An operation with what moves when it is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyMove {
    /// The operation.
    pub operation: Operation,
    /// Its payment.
    pub payment: Payment,
    /// The attempt that reserved or took the money.
    pub attempt: Attempt,
}

/// What to write when an operation begins.
#[derive(Clone, Debug)]
pub struct BeginOperation {
    /// The payment as it was read.
    pub before: Payment,
    /// The new operation, and the payment with it.
    pub after: MoneyMove,
    /// What happened.
    pub events: Vec<Event>,
}

/// What to write when an operation moved.
#[derive(Clone, Debug)]
pub struct SettleOperation {
    /// What was read.
    pub before: MoneyMove,
    /// What it is to be.
    pub after: MoneyMove,
    /// What happened.
    pub events: Vec<Event>,
}

impl Lasting for Vec<OperationId> {}
