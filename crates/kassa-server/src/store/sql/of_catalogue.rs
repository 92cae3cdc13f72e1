//! The contract of recipients and orders.

use async_trait::async_trait;
use kassa_wire::{AccountId, OrderNumber, RecipientId};

use super::dialect::Opened;
use super::{orders, recipients};
use crate::domain::{Order, Recipient};
use crate::store::{Catalogue, StoreError};

#[async_trait]
impl Catalogue for Opened {
    async fn recipients(
        &self,
        account: &AccountId,
        query: &str,
    ) -> Result<Vec<Recipient>, StoreError> {
        reading!(self, connection => recipients::find(connection, account, query))
    }

    async fn recipient(
        &self,
        account: &AccountId,
        id: &RecipientId,
    ) -> Result<Option<Recipient>, StoreError> {
        reading!(self, connection => recipients::by_id(connection, account, id))
    }

    async fn orders(
        &self,
        account: &AccountId,
        recipient: Option<&Recipient>,
        query: &str,
    ) -> Result<Vec<Order>, StoreError> {
        reading!(self, connection => orders::find(connection, account, recipient, query))
    }

    async fn order(
        &self,
        account: &AccountId,
        number: &OrderNumber,
    ) -> Result<Option<Order>, StoreError> {
        reading!(self, connection => orders::by_number(connection, account, number))
    }
}
