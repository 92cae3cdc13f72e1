//! What is to be delivered to a merchant, and what came of it.

use std::fmt;

use jiff::Timestamp;
use kassa_wire::SessionId;

use super::{EndpointId, EventId, EventKind};

/// A delivery's id: `del_`, the event's letters and the endpoint's. An event is delivered to an
/// endpoint by one delivery only, however often it is tried.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeliveryId(pub String);

impl fmt::Display for DeliveryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One event on its way to one endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its id.
    pub id: DeliveryId,
    /// Where it goes.
    pub endpoint: EndpointId,
    /// What it tells of.
    pub event: EventId,
    /// What that was.
    pub kind: EventKind,
    /// Of which session: deliveries of one session leave in their events' order.
    pub session: SessionId,
    /// How far it is.
    pub state: DeliveryState,
    /// How often it was tried since it was last put into the outbox.
    pub attempts: u32,
    /// When it is tried next, while it is pending.
    pub next_at: Timestamp,
    /// The status that the endpoint last answered.
    pub last_status: Option<u16>,
    /// Why the last try failed.
    pub last_error: Option<DeliveryError>,
    /// Since when it is in the outbox.
    pub created_at: Timestamp,
    /// When it was last tried or put back.
    pub updated_at: Timestamp,
}

/// How far a delivery is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeliveryState {
    /// It is tried until it is delivered or its time is over.
    Pending,
    /// The endpoint answered 2xx.
    Delivered,
    /// It is not tried any more, unless by hand.
    Parked,
}

impl DeliveryState {
    /// Every state.
    pub const ALL: &'static [Self] = &[Self::Pending, Self::Delivered, Self::Parked];

    /// The name on the wire and in the store.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Delivered => "delivered",
            Self::Parked => "parked",
        }
    }

    /// The state of this name.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|state| state.as_str() == word)
    }
}

/// Why a try failed. Codes of ours: nothing that an endpoint says is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DeliveryError {
    /// The endpoint's address is not one that we send to: no URL, or not https.
    #[error("the address is not a URL that webhooks are sent to")]
    UrlRefused,
    /// The name leads to a private address, or to one of this machine.
    #[error("the address leads into a private network")]
    AddressRefused,
    /// Nobody answers there: no such name, no connection, no valid certificate.
    #[error("there was no connection")]
    ConnectionFailed,
    /// The endpoint took longer than it may.
    #[error("the endpoint took too long")]
    TimedOut,
    /// The endpoint answered with a redirect, which is never followed.
    #[error("the endpoint redirects")]
    Redirected,
    /// The endpoint answered something else than 2xx.
    #[error("the endpoint did not answer 2xx")]
    Refused,
    /// The endpoint answered 410: it wants nothing any more.
    #[error("the endpoint is gone")]
    Gone,
    /// The endpoint was disabled while this was waiting.
    #[error("the endpoint was disabled")]
    EndpointDisabled,
}

impl DeliveryError {
    /// Every reason.
    pub const ALL: &'static [Self] = &[
        Self::UrlRefused,
        Self::AddressRefused,
        Self::ConnectionFailed,
        Self::TimedOut,
        Self::Redirected,
        Self::Refused,
        Self::Gone,
        Self::EndpointDisabled,
    ];

    /// The name on the wire and in the store.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UrlRefused => "url_refused",
            Self::AddressRefused => "address_refused",
            Self::ConnectionFailed => "connection_failed",
            Self::TimedOut => "timed_out",
            Self::Redirected => "redirected",
            Self::Refused => "refused",
            Self::Gone => "gone",
            Self::EndpointDisabled => "endpoint_disabled",
        }
    }

    /// The reason of this name.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|error| error.as_str() == word)
    }
}
