//! Accounts, the origins that may frame their sessions, and their API keys.

use std::fmt;

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::AccountId;

use super::{StoreError, Swapped};
use crate::domain::{Account, ApiKey, ApiKeyId, Logo, LogoName, Order, Recipient};

/// Keeps accounts and what opens them.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// Adds an account with its key, recipients and orders.
    async fn add_account(&self, account: &NewAccount) -> Result<(), StoreError>;

    /// The account that an API key opens, unless the key was revoked.
    async fn account_by_key(&self, key: &KeyHash) -> Result<Option<KeyHolder>, StoreError>;

    /// Every account, by id.
    async fn accounts(&self) -> Result<Vec<Account>, StoreError>;

    /// An account.
    async fn account(&self, id: &AccountId) -> Result<Option<Account>, StoreError>;

    /// Writes an account's name, origins and brand, if nobody changed them meanwhile.
    async fn change_account(&self, change: &AccountChange) -> Result<Swapped, StoreError>;

    /// Keeps a picture, for good: a page that is open goes on showing the one that it names. Before
    /// the brand that names it is written.
    async fn keep_logo(&self, logo: &Logo) -> Result<(), StoreError>;

    /// The picture of a name.
    async fn logo(&self, name: &LogoName) -> Result<Option<Logo>, StoreError>;

    /// Adds another key to an account.
    async fn add_api_key(&self, key: &NewApiKey) -> Result<(), StoreError>;

    /// The keys of an account, oldest first, revoked ones among them.
    async fn api_keys(&self, account: &AccountId) -> Result<Vec<ApiKey>, StoreError>;

    /// A key opens nothing any more. [`Swapped::Conflict`] where the account has no such key, or
    /// it was revoked before.
    async fn revoke_api_key(&self, key: &RevokeApiKey) -> Result<Swapped, StoreError>;

    /// A key was used. Written where the last use is a minute old or older, so that a busy key
    /// does not write for each request.
    async fn touch_api_key(&self, id: &ApiKeyId, now: Timestamp) -> Result<(), StoreError>;
}

/// An account before and after.
#[derive(Clone, Debug)]
pub struct AccountChange {
    /// What it was when it was read.
    pub before: Account,
    /// What it is to be; the id stays.
    pub after: Account,
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

/// Which key is to open nothing any more.
#[derive(Clone, Debug)]
pub struct RevokeApiKey {
    /// Whose it is.
    pub account: AccountId,
    /// Which.
    pub id: ApiKeyId,
    /// Now.
    pub now: Timestamp,
}

/// Who came with a key, and what the key opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyHolder {
    /// Whose it is.
    pub account: Account,
    /// The key.
    pub key: ApiKey,
}
