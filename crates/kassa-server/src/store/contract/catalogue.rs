//! Recipients and orders.

use async_trait::async_trait;
use kassa_wire::{AccountId, OrderNumber, RecipientId};

use super::StoreError;
use crate::domain::{Order, Recipient};

/// Keeps who is paid, and what for.
#[async_trait]
pub trait Catalogue: Send + Sync {
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
}
