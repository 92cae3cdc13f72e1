//! What is to be paid.

use jiff::Timestamp;
use kassa_wire::merchant::OrderLine;
use kassa_wire::{AccountId, CountryCode, Money, OrderNumber};

use super::Extras;

/// Something to be paid, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Whose order it is.
    pub account: AccountId,
    /// The merchant's number, unique within the account.
    pub number: OrderNumber,
    /// Where it is to be paid.
    pub country: CountryCode,
    /// The total.
    pub amount: Money,
    /// What it is for, in the merchant's words. Untrusted text.
    pub description: Option<String>,
    /// What the total is made of. Untrusted text.
    pub lines: Vec<OrderLine>,
    /// What the payer may choose beyond it.
    pub extras: Extras,
    /// When it was paid, if it was.
    pub paid_at: Option<Timestamp>,
}
