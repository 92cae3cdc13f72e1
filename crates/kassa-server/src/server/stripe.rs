//! What the operator chooses about Stripe.

use std::time::Duration;

use clap::builder::BoolishValueParser;
use clap::{ArgAction, Args};

use super::Secret;
use crate::domain::Origin;
use crate::processor::stripe::{Captures, StripeSettings};

/// The account at Stripe.
#[derive(Clone, Debug, Args)]
pub struct StripeArgs {
    /// What the server asks Stripe with: the account's secret key, or a restricted one that may
    /// write payments and refunds.
    #[arg(long, env = "KASSA_STRIPE_SECRET_KEY", value_name = "KEY")]
    pub stripe_secret_key: Option<Secret>,
    /// What payers' browsers ask Stripe for a card's token with. Everybody may know it.
    #[arg(long, env = "KASSA_STRIPE_PUBLISHABLE_KEY", value_name = "KEY", value_parser = parse_publishable_key)]
    pub stripe_publishable_key: Option<String>,
    /// What Stripe signs its webhooks to `/processors/stripe/webhook` with.
    #[arg(long, env = "KASSA_STRIPE_WEBHOOK_SECRET", value_name = "SECRET")]
    pub stripe_webhook_secret: Option<Secret>,
    /// Where Stripe's API is: for tests with a stand-in.
    #[arg(
        long,
        env = "KASSA_STRIPE_BASE_URL",
        default_value = "https://api.stripe.com"
    )]
    pub stripe_base_url: Origin,
    /// Lets reserved money be captured more than once. Only for accounts that Stripe has
    /// multicapture for: it refuses every reservation of the others then.
    #[arg(long, env = "KASSA_STRIPE_MULTICAPTURE", action = ArgAction::Set, num_args = 0..=1,
        require_equals = true, default_value = "false", default_missing_value = "true",
        value_parser = BoolishValueParser::new())]
    pub stripe_multicapture: bool,
}

impl StripeArgs {
    /// The account, where everything that it needs was said.
    #[must_use]
    pub fn settings(&self, time_limit: Duration) -> Option<StripeSettings> {
        Some(StripeSettings {
            base_url: self.stripe_base_url.clone(),
            secret_key: self.stripe_secret_key.clone()?,
            publishable_key: self.stripe_publishable_key.clone()?,
            webhook_secret: self.stripe_webhook_secret.clone()?,
            captures: if self.stripe_multicapture {
                Captures::Several
            } else {
                Captures::One
            },
            time_limit,
        })
    }

    /// Whether anything was said of an account.
    #[must_use]
    pub const fn is_said(&self) -> bool {
        self.stripe_secret_key.is_some()
            || self.stripe_publishable_key.is_some()
            || self.stripe_webhook_secret.is_some()
    }

    /// The settings that an account needs and that nobody said.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let said = [
            ("stripe_secret_key", self.stripe_secret_key.is_some()),
            (
                "stripe_publishable_key",
                self.stripe_publishable_key.is_some(),
            ),
            (
                "stripe_webhook_secret",
                self.stripe_webhook_secret.is_some(),
            ),
        ];
        let missing = said.into_iter().filter(|(_, said)| !said);
        missing.map(|(name, _)| name).collect()
    }

    /// What is said and cannot be right, a sentence each. No key is repeated.
    #[must_use]
    pub fn wrong(&self) -> Vec<String> {
        let begins = |secret: &Option<Secret>, with: &[&str]| {
            let secret = secret.as_ref().map(Secret::expose);
            secret.is_none_or(|it| with.iter().any(|prefix| it.starts_with(prefix)))
        };
        let mut wrong = Vec::new();
        if !begins(&self.stripe_secret_key, &["sk_", "rk_"]) {
            wrong.push("stripe_secret_key: expected a key that begins with sk_ or rk_".to_owned());
        }
        if !begins(&self.stripe_webhook_secret, &["whsec_"]) {
            wrong.push(
                "stripe_webhook_secret: expected a secret that begins with whsec_".to_owned(),
            );
        }
        wrong
    }
}

/// A secret key in its place would be given to every browser.
fn parse_publishable_key(text: &str) -> Result<String, String> {
    let written = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    if written && text.starts_with("pk_") {
        Ok(text.to_owned())
    } else {
        Err("expected a key that begins with pk_".to_owned())
    }
}
