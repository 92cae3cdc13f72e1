//! All topics at once.

use std::fmt;

use super::{
    Accounts, Catalogue, Events, Idempotency, Invitations, Payments, Refunds, Sessions, Upkeep,
    Webhooks,
};

/// Keeps everything. One method, one whole transaction.
///
/// # Errors
/// Every method of every topic fails with [`StoreError`](super::StoreError) where the database
/// does not answer or a row cannot be read; the transaction has then not happened.
pub trait Store:
    Accounts
    + Catalogue
    + Sessions
    + Payments
    + Refunds
    + Events
    + Webhooks
    + Invitations
    + Idempotency
    + Upkeep
    + fmt::Debug
{
}

impl<T> Store for T where
    T: Accounts
        + Catalogue
        + Sessions
        + Payments
        + Refunds
        + Events
        + Webhooks
        + Invitations
        + Idempotency
        + Upkeep
        + fmt::Debug
{
}
