//! Stripe, without Stripe: our processor against two peers.
//!
//! - **localstripe** (`PyPI`, 1.15.10), a stand-in for Stripe's API that others wrote: it refuses
//!   requests that it does not understand, keeps charges and refunds, declines cards, asks for
//!   challenges, and signs webhooks.
//! - [`Front`], a small peer of our own *in front of* localstripe, which adds what Stripe's
//!   documentation promises and localstripe does not have. For every test ([`Rules::Address`]):
//!   `return_url` with the redirect that follows from it, and publishable keys at
//!   `POST /v1/payment_methods`. For most ([`Rules::Stripe`]) also: idempotency keys, tokens that
//!   are charged once, books that refuse to return more than was captured, captures only of what
//!   is reserved, and the `PaymentIntent` that a refusal names. And trouble: lost answers, and
//!   statuses of trouble.
//!
//! Which promise is held against which is in the lists of `main.rs`: `localstripe` is the first
//! peer with nothing but addresses in front of it, `stripe_as_documented` is both together.

mod localstripe;
mod front;
mod rules;
mod bench;
mod browser;

mod challenges;
mod troubles;
mod pages;
mod webhooks;
mod journey;

use bench::StripeBench;
pub(crate) use bench::{DocumentedBench, LocalstripeBench};
use front::{Front, Rules, Trouble};
