//! The contract of captures, voids and refunds.

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::{AccountId, PaymentReference};

use super::dialect::Opened;
use super::operations;
use crate::domain::{Operation, OperationId};
use crate::store::{
    BeginOperation, Lease, MoneyMove, Refunds, SettleOperation, StoreError, Swapped,
};

#[async_trait]
impl Refunds for Opened {
    async fn begin_operation(&self, begin: &BeginOperation) -> Result<Swapped, StoreError> {
        writing!(self, connection => operations::begin(connection, begin))
    }

    async fn settle_operation(&self, settle: &SettleOperation) -> Result<Swapped, StoreError> {
        writing!(self, connection => operations::settle(connection, settle))
    }

    async fn operation(&self, id: &OperationId) -> Result<Option<MoneyMove>, StoreError> {
        asking!(self, connection => operations::with_payment(connection, id))
    }

    async fn merchant_operation(
        &self,
        account: &AccountId,
        id: &OperationId,
    ) -> Result<Option<MoneyMove>, StoreError> {
        asking!(self, connection => operations::of_merchant(connection, account, id))
    }

    async fn operations_of(
        &self,
        payment: &PaymentReference,
    ) -> Result<Vec<Operation>, StoreError> {
        reading!(self, connection => operations::of_payment(connection, payment))
    }

    async fn operations_in_flight(&self, until: Timestamp) -> Result<Vec<OperationId>, StoreError> {
        reading!(self, connection => operations::ids_in_flight(connection, until))
    }

    async fn claim_operations_in_flight(
        &self,
        until: Timestamp,
        lease: &Lease,
    ) -> Result<Vec<OperationId>, StoreError> {
        writing!(self, connection => operations::claim_in_flight(connection, until, lease))
    }
}
