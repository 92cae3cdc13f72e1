//! The contract of accounts.

use async_trait::async_trait;
use jiff::Timestamp;
use kassa_wire::AccountId;

use super::dialect::Opened;
use super::{accounts, api_keys, logos};
use crate::domain::{Account, ApiKey, ApiKeyId, Logo, LogoName};
use crate::store::{
    AccountChange, Accounts, KeyHash, KeyHolder, NewAccount, NewApiKey, RevokeApiKey, StoreError,
    Swapped,
};

#[async_trait]
impl Accounts for Opened {
    async fn add_account(&self, account: &NewAccount) -> Result<(), StoreError> {
        writing!(self, connection => accounts::insert(connection, account))
    }

    async fn account_by_key(&self, key: &KeyHash) -> Result<Option<KeyHolder>, StoreError> {
        asking!(self, connection => api_keys::holder(connection, key))
    }

    async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        asking!(self, connection => accounts::all(connection))
    }

    async fn account(&self, id: &AccountId) -> Result<Option<Account>, StoreError> {
        asking!(self, connection => accounts::find(connection, id))
    }

    async fn change_account(&self, change: &AccountChange) -> Result<Swapped, StoreError> {
        writing!(self, connection => accounts::change(connection, change))
    }

    async fn keep_logo(&self, logo: &Logo) -> Result<(), StoreError> {
        writing!(self, connection => logos::keep(connection, logo))
    }

    async fn logo(&self, name: &LogoName) -> Result<Option<Logo>, StoreError> {
        asking!(self, connection => logos::find(connection, name))
    }

    async fn add_api_key(&self, key: &NewApiKey) -> Result<(), StoreError> {
        writing!(self, connection => api_keys::insert(connection, key))
    }

    async fn api_keys(&self, account: &AccountId) -> Result<Vec<ApiKey>, StoreError> {
        asking!(self, connection => api_keys::of_account(connection, account))
    }

    async fn revoke_api_key(&self, key: &RevokeApiKey) -> Result<Swapped, StoreError> {
        writing!(self, connection => api_keys::revoke(connection, key))
    }

    async fn touch_api_key(&self, id: &ApiKeyId, now: Timestamp) -> Result<(), StoreError> {
        writing!(self, connection => api_keys::touch(connection, id, now))
    }
}
