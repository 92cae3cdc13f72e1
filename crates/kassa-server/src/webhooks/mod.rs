//! Webhooks: what happened, told to merchants' servers, signed, in order, until they have it.
//!
//! The rooms in reading order: [`Message`] is what is sent, [`sign`] proves it, [`Destination`],
//! [`Reach`] and [`Names`] keep it out of private networks, [`Sender`] sends it once, and
//! [`next_try`] says when to try again.
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

#[cfg(test)]
mod tests;

pub use address::{Reach, is_public};
pub use destination::Destination;
pub use message::{Message, PING};
pub use names::{Names, SystemNames};
pub use schedule::{PATIENCE, next_try, wait};
pub use sender::{NotTaken, Sender, SenderError, SenderSettings, TIME_LIMIT, Taken};
pub use sign::{SignedHeaders, sign};
