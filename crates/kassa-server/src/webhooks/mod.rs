//! Webhooks: what happened, told to merchants' servers, signed, in order, until they have it.
//!
//! The rooms in reading order: [`Message`] is what is sent, [`sign()`] proves it, [`Destination`],
//! [`Reach`] and [`Names`] keep it out of private networks, [`Sender`] sends it once, and
//! [`next_try`] says when to try again. The [`Outbox`] does all that for what is due, beside the
//! other servers; the use cases are what merchants do with endpoints and deliveries.
//!
//! Must not know screens, nor how events come to be. To add a kind of event: `EventKind`, and its
//! line in `docs/webhooks.md`, which a test asks for.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod message;
mod sign;
mod address;
mod names;
mod destination;
mod sender;
mod schedule;
mod deliver;
mod outbox;
mod error;
mod endpoints;
mod deliveries;
mod ping;

#[cfg(test)]
mod tests;

pub use address::{Reach, is_public};
pub use deliveries::{list_deliveries, redeliver};
pub use destination::Destination;
pub use endpoints::{
    AddEndpoint, ChangeEndpoint, EndpointSwitch, EndpointWithSecret, add_endpoint, change_endpoint,
    list_endpoints, remove_endpoint, rotate_secret,
};
pub use error::{MOST_ENDPOINTS, WebhookError};
pub use message::{Message, PING};
pub use names::{Names, SystemNames};
pub use outbox::{Outbox, OutboxLimits};
pub use ping::ping_endpoint;
pub use schedule::{PATIENCE, next_try, wait};
pub use sender::{NotTaken, Sender, SenderError, SenderSettings, TIME_LIMIT, Taken};
pub use sign::{SignedHeaders, sign};
