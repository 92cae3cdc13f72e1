//! The contract of payments and attempts.

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::{AccountId, PaymentReference};

use super::dialect::Opened;
use super::{attempts, claim, payment_list, payments, settle};
use crate::domain::AttemptId;
use crate::store::{
    Claim, Claimed, FoundPayments, InFlight, Lease, ListPayments, MerchantPayment, Payments,
    SettleAttempt, StoreError, Swapped,
};

#[async_trait]
impl Payments for Opened {
    async fn merchant_payment(
        &self,
        account: &AccountId,
        reference: &PaymentReference,
    ) -> Result<Option<MerchantPayment>, StoreError> {
        reading!(self, connection => payments::of_merchant(connection, account, reference))
    }

    async fn claim_attempt(&self, claim: &Claim) -> Result<Claimed, StoreError> {
        writing!(self, connection => claim::claim(connection, claim))
    }

    async fn settle_attempt(&self, settle: &SettleAttempt) -> Result<Swapped, StoreError> {
        writing!(self, connection => settle::settle(connection, settle))
    }

    async fn in_flight(&self, id: &AttemptId) -> Result<Option<InFlight>, StoreError> {
        asking!(self, connection => attempts::in_flight(connection, id))
    }

    async fn attempts_in_flight(&self, until: Timestamp) -> Result<Vec<AttemptId>, StoreError> {
        asking!(self, connection => attempts::ids_in_flight(connection, until))
    }

    async fn claim_attempts_in_flight(
        &self,
        until: Timestamp,
        lease: &Lease,
    ) -> Result<Vec<AttemptId>, StoreError> {
        sharing!(self, connection => attempts::claim_in_flight(connection, until, lease))
    }

    async fn list_payments(&self, list: &ListPayments) -> Result<FoundPayments, StoreError> {
        reading!(self, connection => payment_list::page(connection, list))
    }
}
