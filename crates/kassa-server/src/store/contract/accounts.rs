//! Accounts, the origins that may frame their sessions, and their API keys.

use std::fmt;

use async_trait::async_trait;

use super::StoreError;
use crate::domain::{Account, ApiKey, Order, Recipient};

/// Keeps accounts and what opens them.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// Adds an account with its key, recipients and orders.
    async fn add_account(&self, account: &NewAccount) -> Result<(), StoreError>;

    /// The account that an API key opens, unless the key was revoked.
    async fn account_by_key(&self, key: &KeyHash) -> Result<Option<KeyHolder>, StoreError>;
}

/// The SHA-256 of an API key. A key has 190 random bits, so there is nothing to guess that a slow
/// hash would protect.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyHash(pub [u8; 32]);

impl fmt::Debug for KeyHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// An account with everything that it starts with.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The account. It was made when its key was.
    pub account: Account,
    /// Its first API key.
    pub key: NewApiKey,
    /// Its recipients.
    pub recipients: Vec<Recipient>,
    /// Its orders.
    pub orders: Vec<Order>,
}

/// An API key that is to be written.
#[derive(Clone, Debug)]
pub struct NewApiKey {
    /// What is known of it.
    pub key: ApiKey,
    /// What it hashes to.
    pub hash: KeyHash,
}

/// Who came with a key, and what the key opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyHolder {
    /// Whose it is.
    pub account: Account,
    /// The key.
    pub key: ApiKey,
}
