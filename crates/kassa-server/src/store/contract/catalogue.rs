//! Recipients and orders.

use async_trait::async_trait;
use kassa_wire::{AccountId, OrderNumber, RecipientId};

use super::{Lasting, Page, StoreError};
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

    /// A page of an account's recipients, by name.
    async fn list_recipients(&self, list: &ListRecipients) -> Result<Page<Recipient>, StoreError>;

    /// A page of an account's orders, by number.
    async fn list_orders(&self, list: &ListOrders) -> Result<Page<Order>, StoreError>;

    /// Adds recipients, or changes those that the account has; all or none.
    async fn import_recipients(&self, recipients: &[Recipient]) -> Result<Imported, StoreError>;

    /// Adds orders, or changes those that the account has and that nobody pays; all or none.
    async fn import_orders(&self, orders: &[Order]) -> Result<Imported, StoreError>;
}

/// Which recipients.
#[derive(Clone, Debug)]
pub struct ListRecipients {
    /// Whose.
    pub account: AccountId,
    /// What their name or id holds.
    pub query: String,
    /// The last one of the page before.
    pub after: Option<RecipientId>,
    /// How many at the most.
    pub most: u32,
}

/// Which orders.
#[derive(Clone, Debug)]
pub struct ListOrders {
    /// Whose.
    pub account: AccountId,
    /// Who has to be able to take them.
    pub recipient: Option<Recipient>,
    /// What their number or description holds.
    pub query: String,
    /// The last one of the page before.
    pub after: Option<OrderNumber>,
    /// How many at the most.
    pub most: u32,
}

/// What came of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// Every row is written.
    All,
    /// None is, because of this one.
    Refused {
        /// Which of the rows, counted from 0.
        row: usize,
        /// Why.
        why: ImportRefusal,
    },
}

/// Why a row cannot be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportRefusal {
    /// A recipient's id is unique on this server.
    #[error("another account of this server has a recipient with this id")]
    TakenElsewhere,
    /// What is being paid must stay what it is.
    #[error("this order was paid or is being paid, and the row says something else of it")]
    Paid,
}

impl Lasting for Imported {
    fn lasts(&self) -> bool {
        *self == Self::All
    }
}
