//! Stripe: cards by `PaymentIntents`, with its API's version pinned.
//!
//! A charge is one `PaymentIntent`, made and confirmed in one request under the attempt's id as
//! `Idempotency-Key`, with that id among its metadata: by it the charge is found again after an
//! answer that was lost, and a webhook says whose it is. Captures, voids and refunds go under the
//! operation's id. Nothing that Stripe says is logged but its codes and its names of things.
//!
//! It must not know Kassa's database, sessions or use cases. To map one more code of Stripe's:
//! a line in `refusal.rs`.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod amount;
mod client;
mod refusal;
mod objects;
mod gateway;
mod charge;
mod find;
mod operate;
mod signature;
mod notices;
mod http;

pub use client::ClientError;
pub use gateway::{Captures, Stripe, StripeSettings};
pub use http::{WEBHOOK, routes};
pub use signature::proves;

/// Its name in the store.
pub const NAME: &str = "stripe";
