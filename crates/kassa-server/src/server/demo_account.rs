//! The demo account on a fresh database.

use std::fmt;

use kassa_wire::AccountId;
use serde::Serialize;

use super::DemoDataSettings;
use crate::clock::{Clock, Dice, SystemClock, SystemDice};
use crate::demo_data::demo_data;
use crate::domain::{Account, ApiKey, ApiKeyId, Brand};
use crate::http::hash_api_key;
use crate::store::{NewAccount, NewApiKey, StoreError, open_store};

/// What is told of the demo account. The key is nowhere else: the store has its hash.
#[derive(Clone, Serialize)]
pub struct DemoAccount {
    /// The account's API key.
    pub api_key: String,
}

impl fmt::Debug for DemoAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DemoAccount(***)")
    }
}

/// Why there is no demo account.
#[derive(Debug, thiserror::Error)]
pub enum DemoAccountError {
    /// The database cannot be written, or has the demo's recipients already.
    #[error("the demo account cannot be written; it needs a fresh database")]
    Store(#[from] StoreError),
    /// The demo's own files cannot be read.
    #[error("the demo's data cannot be read")]
    Data(#[from] serde_json::Error),
    /// No account id could be drawn.
    #[error(transparent)]
    Id(#[from] kassa_wire::id::InvalidId),
}

/// Makes the demo account with its recipients and orders, all or nothing.
///
/// # Errors
/// [`DemoAccountError`].
pub async fn create_demo_account(
    settings: DemoDataSettings,
) -> Result<DemoAccount, DemoAccountError> {
    let id: AccountId = format!("acc_{}", SystemDice.letters(16)).parse()?;
    let api_key = format!("sk_{}", SystemDice.letters(32));
    let now = SystemClock.now();
    let data = demo_data(&id, now)?;
    let key_id = ApiKeyId(format!("key_{}", SystemDice.letters(16)));
    let key = NewApiKey {
        key: ApiKey::of_administrator(key_id, id.clone(), &api_key, now),
        hash: hash_api_key(&api_key),
    };
    let account = Account {
        id,
        name: "Demo".to_owned(),
        origins: settings.shop_origins,
        brand: Brand::default(),
    };
    let database = open_store(&settings.database.address()).await?;
    let (recipients, orders) = (data.recipients, data.orders);
    let new = NewAccount {
        account,
        key,
        recipients,
        orders,
    };
    database.add_account(&new).await?;
    database.close().await;
    Ok(DemoAccount { api_key })
}
