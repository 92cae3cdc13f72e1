//! The contract of recipients and orders.

use async_trait::async_trait;
use kassa_wire::{AccountId, OrderNumber, RecipientId};

use super::dialect::Opened;
use super::{imports, orders, recipients};
use crate::domain::{Order, Recipient};
use crate::store::{Catalogue, Imported, ListOrders, ListRecipients, Page, StoreError};

#[async_trait]
impl Catalogue for Opened {
    async fn recipients(
        &self,
        account: &AccountId,
        query: &str,
    ) -> Result<Vec<Recipient>, StoreError> {
        asking!(self, connection => recipients::find(connection, account, query))
    }

    async fn recipient(
        &self,
        account: &AccountId,
        id: &RecipientId,
    ) -> Result<Option<Recipient>, StoreError> {
        asking!(self, connection => recipients::by_id(connection, account, id))
    }

    async fn orders(
        &self,
        account: &AccountId,
        recipient: Option<&Recipient>,
        query: &str,
    ) -> Result<Vec<Order>, StoreError> {
        asking!(self, connection => orders::find(connection, account, recipient, query))
    }

    async fn order(
        &self,
        account: &AccountId,
        number: &OrderNumber,
    ) -> Result<Option<Order>, StoreError> {
        asking!(self, connection => orders::by_number(connection, account, number))
    }

    async fn list_recipients(&self, list: &ListRecipients) -> Result<Page<Recipient>, StoreError> {
        reading!(self, connection => recipients::list(connection, list))
    }

    async fn list_orders(&self, list: &ListOrders) -> Result<Page<Order>, StoreError> {
        reading!(self, connection => orders::list(connection, list))
    }

    async fn import_recipients(&self, rows: &[Recipient]) -> Result<Imported, StoreError> {
        writing!(self, connection => imports::recipients(connection, rows))
    }

    async fn import_orders(&self, rows: &[Order]) -> Result<Imported, StoreError> {
        writing!(self, connection => imports::orders(connection, rows))
    }
}
