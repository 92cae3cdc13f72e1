//! Our processor for Stripe, and what it speaks with.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use kassa_server::clock::{Clock, SystemClock};
use kassa_server::domain::CardTokenText;
use kassa_server::processor::Processor;
use kassa_server::processor::stripe::{Captures, Stripe, StripeSettings};

use super::browser::Browser;
use super::front::{Front, PUBLISHABLE_KEY, Rules};
use super::localstripe::SECRET_KEY;
use crate::bench::{Bench, Card};

/// What webhooks are signed with.
pub(super) const WEBHOOK_SECRET: &str = "whsec_test";

/// How long a test waits for an answer that does not come.
const TIME_LIMIT: Duration = Duration::from_secs(5);

/// localstripe's card that passes once the payer has passed the bank's challenge.
pub(super) const CHALLENGED: &str = "4000002500003155";

/// The machine's clock, put forward.
#[derive(Debug, Default)]
pub(super) struct MovableClock(AtomicI64);

impl MovableClock {
    pub(super) fn advance(&self, by: SignedDuration) {
        self.0.fetch_add(by.as_secs(), Ordering::SeqCst);
    }
}

impl Clock for MovableClock {
    fn now(&self) -> Timestamp {
        SystemClock.now() + SignedDuration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

/// The processor with its peers.
pub(super) struct StripeBench {
    pub(super) stripe: Stripe,
    pub(super) front: Front,
    pub(super) clock: Arc<MovableClock>,
}

impl StripeBench {
    pub(super) async fn with(rules: Rules) -> Self {
        Self::that_waits(rules, TIME_LIMIT).await
    }

    /// The same, where the operator waits no longer than this.
    pub(super) async fn that_waits(rules: Rules, time_limit: Duration) -> Self {
        let front = Front::start(rules).await;
        let clock = Arc::new(MovableClock::default());
        let settings = StripeSettings {
            base_url: front.url.parse().unwrap(),
            secret_key: SECRET_KEY.parse().unwrap(),
            publishable_key: PUBLISHABLE_KEY.to_owned(),
            webhook_secret: WEBHOOK_SECRET.parse().unwrap(),
            captures: Captures::One,
            time_limit,
        };
        let stripe = Stripe::new(settings, clock.clone()).unwrap();
        Self {
            stripe,
            front,
            clock,
        }
    }

    /// A token of the card with this number, got at the address that browsers are told.
    pub(super) async fn token_of(&self, number: &str) -> CardTokenText {
        let offers = self
            .stripe
            .offers(crate::bench::euros(1), "ES".parse().unwrap());
        let tokenizer = offers[0].tokenizer.clone().unwrap();
        let key = tokenizer.public_key.unwrap();
        CardTokenText(Browser::token(&tokenizer.url, &key, number).await)
    }
}

#[async_trait]
impl Bench for StripeBench {
    async fn open() -> Self {
        Self::with(Rules::Stripe).await
    }

    fn processor(&self) -> &dyn Processor {
        &self.stripe
    }

    async fn token(&self, card: Card) -> CardTokenText {
        self.token_of(match card {
            Card::Good => "4242424242424242",
            Card::Refused => "4000000000000341",
        })
        .await
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

/// localstripe, with nothing but addresses in front of it.
pub(crate) struct LocalstripeBench(StripeBench);

/// localstripe, with what Stripe's documentation promises in front of it.
pub(crate) struct DocumentedBench(StripeBench);

macro_rules! bench {
    ($bench:ident, $rules:expr) => {
        #[async_trait]
        impl Bench for $bench {
            async fn open() -> Self {
                Self(StripeBench::with($rules).await)
            }

            fn processor(&self) -> &dyn Processor {
                self.0.processor()
            }

            async fn token(&self, card: Card) -> CardTokenText {
                self.0.token(card).await
            }

            fn now(&self) -> Timestamp {
                self.0.now()
            }
        }
    };
}

bench!(LocalstripeBench, Rules::Address);
bench!(DocumentedBench, Rules::Stripe);
