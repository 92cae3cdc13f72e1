//! API keys.

use jiff::Timestamp;
use kassa_wire::AccountId;

use super::accounts;
use super::columns::{Columns, to_json};
use super::dialect::Connection;
use crate::domain::{ApiKey, ApiKeyId, Scope};
use crate::store::{KeyHash, KeyHolder, NewApiKey, RevokeApiKey, StoreError, Swapped};

pub(super) async fn insert(connection: &mut Connection, new: &NewApiKey) -> Result<(), StoreError> {
    let key = &new.key;
    let scopes: Vec<&str> = key.scopes.iter().map(|scope| scope.as_str()).collect();
    sqlx::query(
        "INSERT INTO api_keys (id, hash, account_id, name, scopes, prefix, created_at,
             last_used_at, revoked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(&key.id.0)
    .bind(new.hash.0.as_slice())
    .bind(key.account.as_str())
    .bind(&key.name)
    .bind(to_json(&scopes)?)
    .bind(&key.prefix)
    .bind(key.created_at.as_microsecond())
    .bind(key.last_used_at.map(Timestamp::as_microsecond))
    .bind(key.revoked_at.map(Timestamp::as_microsecond))
    .execute(connection)
    .await?;
    Ok(())
}

/// Who holds this key, unless it was revoked.
pub(super) async fn holder(
    connection: &mut Connection,
    hash: &KeyHash,
) -> Result<Option<KeyHolder>, StoreError> {
    let row = sqlx::query(
        "SELECT api_keys.id AS behind_api_keys, api_keys.*,
             accounts.id AS behind_accounts, accounts.*
         FROM api_keys JOIN accounts ON accounts.id = api_keys.account_id
         WHERE api_keys.hash = $1 AND api_keys.revoked_at IS NULL",
    )
    .bind(hash.0.as_slice())
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(KeyHolder {
            account: accounts::read(Columns::joined("accounts", &row)?)?,
            key: read(Columns::joined("api_keys", &row)?)?,
        })
    })
    .transpose()
}

pub(super) async fn of_account(
    connection: &mut Connection,
    account: &AccountId,
) -> Result<Vec<ApiKey>, StoreError> {
    let rows = sqlx::query("SELECT * FROM api_keys WHERE account_id = $1 ORDER BY created_at, id")
        .bind(account.as_str())
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| read(Columns::of("api_keys", row)))
        .collect()
}

pub(super) async fn revoke(
    connection: &mut Connection,
    key: &RevokeApiKey,
) -> Result<Swapped, StoreError> {
    let revoked = sqlx::query(
        "UPDATE api_keys SET revoked_at = $1
         WHERE id = $2 AND account_id = $3 AND revoked_at IS NULL",
    )
    .bind(key.now.as_microsecond())
    .bind(&key.id.0)
    .bind(key.account.as_str())
    .execute(connection)
    .await?;
    Ok(Swapped::if_one(revoked.rows_affected()))
}

pub(super) async fn touch(
    connection: &mut Connection,
    id: &ApiKeyId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let before = now.saturating_sub(ApiKey::LAST_USE_STEP);
    let before = before.unwrap_or(Timestamp::MIN);
    sqlx::query(
        "UPDATE api_keys SET last_used_at = $1
         WHERE id = $2 AND (last_used_at IS NULL OR last_used_at <= $3)",
    )
    .bind(now.as_microsecond())
    .bind(&id.0)
    .bind(before.as_microsecond())
    .execute(connection)
    .await?;
    Ok(())
}

fn read(row: Columns<'_>) -> Result<ApiKey, StoreError> {
    let scopes: Vec<String> = row.json("scopes")?;
    let scopes: Option<_> = scopes.iter().map(|word| Scope::of_word(word)).collect();
    Ok(ApiKey {
        id: ApiKeyId(row.text("id")?),
        account: row.parsed("account_id")?,
        name: row.text("name")?,
        scopes: scopes.ok_or_else(|| row.unreadable("scopes"))?,
        prefix: row.text("prefix")?,
        created_at: row.time("created_at")?,
        last_used_at: row.optional_time("last_used_at")?,
        revoked_at: row.optional_time("revoked_at")?,
    })
}
