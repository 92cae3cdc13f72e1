//! Everything that one payer's screen is made of.

use super::{Account, Attempt, Order, Payment, Recipient, Session};

/// A session with all that belongs to it, read in one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkout {
    /// The session.
    pub session: Session,
    /// Whose it is, with the origins that may frame it.
    pub account: Account,
    /// Who is paid.
    pub recipient: Recipient,
    /// What is paid.
    pub order: Order,
    /// The payment, from the first attempt on.
    pub payment: Option<CheckoutPayment>,
}

/// A payment and its latest attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckoutPayment {
    /// The payment.
    pub payment: Payment,
    /// The latest attempt.
    pub attempt: Attempt,
}
