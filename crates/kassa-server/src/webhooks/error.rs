//! Why something about endpoints was not done.

use crate::domain::DeliveryError;
use crate::store::StoreError;

/// Why something about an endpoint or its deliveries was not done.
#[derive(Debug, thiserror::Error)]
pub enum WebhookError {
    /// The account has no such endpoint, or no such delivery.
    #[error("the account has no such endpoint or delivery")]
    NotFound,
    /// Webhooks are not sent to this address.
    #[error("webhooks are not sent to this address: {0}")]
    Address(DeliveryError),
    /// The account has as many endpoints as it may.
    #[error("an account has at most {MOST_ENDPOINTS} endpoints")]
    TooMany,
    /// The endpoint stands for the sessions' own addresses: it has none that could be changed, and
    /// hears of everything.
    #[error("the address of the sessions' callbacks is each session's own")]
    SessionCallbacks,
    /// The delivery is on its way already.
    #[error("the delivery is pending already")]
    Pending,
    /// Nothing is sent to a disabled endpoint.
    #[error("the endpoint is disabled")]
    Disabled,
    /// Somebody changed the endpoint every time.
    #[error("the endpoint is being changed by somebody else")]
    Contended,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How many endpoints an account may have: each event is written once for each of them.
pub const MOST_ENDPOINTS: usize = 16;
