//! What proves to a merchant that a webhook is ours.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;

/// How every secret begins, as the Standard Webhooks specification says.
const PREFIX: &str = "whsec_";

/// How few and how many bytes a secret may have, by the same specification.
const LENGTHS: std::ops::RangeInclusive<usize> = 24..=64;

/// A webhook's signing secret: `whsec_` and base64 of at least 24 random bytes. It is shown once,
/// to the merchant that made it, and prints stars everywhere else.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookSecret(Vec<u8>);

impl WebhookSecret {
    /// A new secret of bytes that nobody can guess.
    #[must_use]
    pub fn of(random: [u8; 32]) -> Self {
        Self(random.to_vec())
    }

    /// The key that signs.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        &self.0
    }

    /// The secret as a merchant and the store keep it. Never for a log.
    #[must_use]
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}", STANDARD.encode(&self.0))
    }
}

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("whsec_***")
    }
}

/// A text is not a webhook's secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected whsec_ and base64 of 24 to 64 bytes")]
pub struct InvalidWebhookSecret;

impl FromStr for WebhookSecret {
    type Err = InvalidWebhookSecret;

    fn from_str(text: &str) -> Result<Self, InvalidWebhookSecret> {
        let encoded = text.strip_prefix(PREFIX).ok_or(InvalidWebhookSecret)?;
        let key = STANDARD.decode(encoded).map_err(|_| InvalidWebhookSecret)?;
        if LENGTHS.contains(&key.len()) {
            Ok(Self(key))
        } else {
            Err(InvalidWebhookSecret)
        }
    }
}

/// A secret with the time in which it signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningSecret {
    /// The secret.
    pub secret: WebhookSecret,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when, where a newer one has taken its place.
    pub expires_at: Option<Timestamp>,
}

impl SigningSecret {
    /// A secret that signs from now on.
    #[must_use]
    pub const fn fresh(secret: WebhookSecret, now: Timestamp) -> Self {
        Self {
            secret,
            created_at: now,
            expires_at: None,
        }
    }

    /// Whether it signs at this moment.
    #[must_use]
    pub fn signs_at(&self, now: Timestamp) -> bool {
        self.expires_at.is_none_or(|end| now < end)
    }
}
