//! Where a merchant hears of what happened.

use std::collections::BTreeSet;
use std::fmt;

use jiff::{SignedDuration, Timestamp};
use kassa_wire::AccountId;

use super::{EventKind, SigningSecret, WebhookSecret};

/// How long the secret before the newest still signs: a merchant has that long to take the new one
/// everywhere.
pub const SECRET_OVERLAP: SignedDuration = SignedDuration::from_hours(24);

/// An endpoint's id: `we_` and sixteen letters or digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EndpointId(pub String);

impl EndpointId {
    /// The endpoint that stands for the addresses that an account's sessions name. There is one
    /// for an account, so its id is made of the account's.
    #[must_use]
    pub fn of_callbacks(account: &AccountId) -> Self {
        let letters = account.as_str();
        let letters = letters.strip_prefix("acc_").unwrap_or(letters);
        Self(format!("we_{letters}"))
    }
}

impl fmt::Display for EndpointId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a merchant hears of what happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Its id.
    pub id: EndpointId,
    /// Whose.
    pub account: AccountId,
    /// Where it is.
    pub target: EndpointTarget,
    /// What it wants to hear of; everything where nothing is named.
    pub kinds: BTreeSet<EventKind>,
    /// What signs: the newest first.
    pub secrets: Vec<SigningSecret>,
    /// Since when nothing is sent there any more.
    pub disabled_at: Option<Timestamp>,
    /// Since when there is one.
    pub created_at: Timestamp,
}

/// Where an endpoint is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EndpointTarget {
    /// Here.
    Url(String),
    /// Wherever the session's `callback_url` says. An account has one such endpoint, so that there
    /// is one secret that signs for all its sessions.
    SessionCallbacks,
}

impl Endpoint {
    /// The same with another secret. The one that signed until now still does for
    /// [`SECRET_OVERLAP`]; those that were replaced before do no longer.
    #[must_use]
    pub fn rotated(self, secret: WebhookSecret, now: Timestamp) -> Self {
        let end = now.checked_add(SECRET_OVERLAP).unwrap_or(Timestamp::MAX);
        let last = self.secrets.into_iter().next().map(|last| SigningSecret {
            expires_at: Some(end),
            ..last
        });
        let fresh = SigningSecret::fresh(secret, now);
        Self {
            secrets: std::iter::once(fresh).chain(last).collect(),
            ..self
        }
    }

    /// Those secrets that sign at this moment, the newest first.
    pub fn signing(&self, now: Timestamp) -> impl Iterator<Item = &WebhookSecret> {
        let signing = self.secrets.iter().filter(move |s| s.signs_at(now));
        signing.map(|s| &s.secret)
    }
}
