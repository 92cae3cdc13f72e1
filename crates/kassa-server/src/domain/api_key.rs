//! What a merchant's servers come with.

use jiff::{SignedDuration, Timestamp};
use kassa_wire::AccountId;

/// An API key's name between people and in commands: `key_` and sixteen letters or digits. It
/// opens nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApiKeyId(pub String);

/// What is known of an API key. The key itself is shown once and kept nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// Its name in commands.
    pub id: ApiKeyId,
    /// Whose it is.
    pub account: AccountId,
    /// What the merchant calls it.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// The key's first eight characters, `sk_` among them: enough to tell keys apart in a list.
    pub prefix: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Timestamp>,
    /// Since when it opens nothing.
    pub revoked_at: Option<Timestamp>,
}

/// What a key may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Read everything of its account.
    Read,
    /// Make, change and call off sessions.
    Sessions,
    /// Capture, void and refund.
    Payments,
    /// All of that, and recipients, orders and webhooks.
    Admin,
}

impl Scope {
    /// Everything that a key can be allowed.
    pub const ALL: &'static [Self] = &[Self::Read, Self::Sessions, Self::Payments, Self::Admin];

    /// The word for it, in commands and in the store. It never changes.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Sessions => "sessions",
            Self::Payments => "payments",
            Self::Admin => "admin",
        }
    }

    /// The scope that this word is for.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|scope| scope.as_str() == word)
    }
}

/// How many characters of a key lists show.
const SHOWN: usize = 8;

impl ApiKey {
    /// How much later than the last use that was written the next one is written.
    pub const LAST_USE_STEP: SignedDuration = SignedDuration::from_mins(1);

    /// Whether the last use that was written is of the minute before, so that this one need not
    /// be.
    #[must_use]
    pub fn was_used_lately(&self, now: Timestamp) -> bool {
        let next = self
            .last_used_at
            .map(|at| at.saturating_add(Self::LAST_USE_STEP));
        next.is_some_and(|next| next.is_ok_and(|next| next > now))
    }

    /// A key that may do everything: the first of an account.
    #[must_use]
    pub fn of_administrator(
        id: ApiKeyId,
        account: AccountId,
        secret: &str,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            account,
            name: "Administrator".to_owned(),
            scopes: vec![Scope::Admin],
            prefix: Self::shown_of(secret),
            created_at: now,
            last_used_at: None,
            revoked_at: None,
        }
    }

    /// What lists show of a key.
    #[must_use]
    pub fn shown_of(secret: &str) -> String {
        secret.chars().take(SHOWN).collect()
    }

    /// Whether the key may do this. Reading is part of everything, and an administrator may do
    /// everything.
    #[must_use]
    pub fn allows(&self, wanted: Scope) -> bool {
        self.scopes
            .iter()
            .any(|scope| wanted == Scope::Read || *scope == wanted || *scope == Scope::Admin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(scopes: Vec<Scope>) -> ApiKey {
        ApiKey {
            id: ApiKeyId("key_1".to_owned()),
            account: "acc_0000000000000001".parse().unwrap(),
            name: String::new(),
            scopes,
            prefix: "sk_01234".to_owned(),
            created_at: Timestamp::UNIX_EPOCH,
            last_used_at: None,
            revoked_at: None,
        }
    }

    #[test]
    fn a_key_that_only_reads_moves_no_money() {
        let reads = key(vec![Scope::Read]);
        assert!(reads.allows(Scope::Read));
        for more in [Scope::Sessions, Scope::Payments, Scope::Admin] {
            assert!(!reads.allows(more), "{more:?}");
        }
        assert!(!key(Vec::new()).allows(Scope::Read));
    }

    #[test]
    fn an_administrator_may_do_everything_and_others_read() {
        for scope in Scope::ALL {
            assert!(key(vec![Scope::Admin]).allows(*scope), "{scope:?}");
            assert!(key(vec![*scope]).allows(Scope::Read), "{scope:?}");
            assert_eq!(Scope::of_word(scope.as_str()), Some(*scope));
        }
        assert!(!key(vec![Scope::Sessions]).allows(Scope::Payments));
    }
}
