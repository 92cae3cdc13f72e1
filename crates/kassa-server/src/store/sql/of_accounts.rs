//! The contract of accounts.

use async_trait::async_trait;

use super::dialect::Opened;
use super::{accounts, api_keys};
use crate::store::{Accounts, KeyHash, KeyHolder, NewAccount, StoreError};

#[async_trait]
impl Accounts for Opened {
    async fn add_account(&self, account: &NewAccount) -> Result<(), StoreError> {
        writing!(self, connection => accounts::insert(connection, account))
    }

    async fn account_by_key(&self, key: &KeyHash) -> Result<Option<KeyHolder>, StoreError> {
        reading!(self, connection => api_keys::holder(connection, key))
    }
}
