//! Accounts and their keys.

use kassa_wire::AccountId;
use sqlx::SqliteConnection;

use super::columns::{Columns, to_json};
use super::{orders, recipients};
use crate::domain::{Account, Origin};
use crate::store::{KeyHash, NewAccount, StoreError};

pub(super) async fn insert(
    connection: &mut SqliteConnection,
    new: &NewAccount,
) -> Result<(), StoreError> {
    let origins: Vec<&str> = new.account.origins.iter().map(Origin::as_str).collect();
    sqlx::query("INSERT INTO accounts (id, name, origins) VALUES (?, ?, ?)")
        .bind(new.account.id.as_str())
        .bind(&new.account.name)
        .bind(to_json(&origins)?)
        .execute(&mut *connection)
        .await?;
    sqlx::query("INSERT INTO api_keys (hash, account_id) VALUES (?, ?)")
        .bind(new.key.0.as_slice())
        .bind(new.account.id.as_str())
        .execute(&mut *connection)
        .await?;
    for recipient in &new.recipients {
        recipients::insert(connection, recipient).await?;
    }
    for order in &new.orders {
        orders::insert(connection, order).await?;
    }
    Ok(())
}

pub(super) async fn by_key(
    connection: &mut SqliteConnection,
    key: &KeyHash,
) -> Result<Option<Account>, StoreError> {
    let row = sqlx::query(
        "SELECT accounts.* FROM accounts JOIN api_keys ON api_keys.account_id = accounts.id
         WHERE api_keys.hash = ?",
    )
    .bind(key.0.as_slice())
    .fetch_optional(connection)
    .await?;
    row.map(|row| read(Columns::of("accounts", &row)))
        .transpose()
}

pub(super) async fn by_id(
    connection: &mut SqliteConnection,
    id: &AccountId,
) -> Result<Account, StoreError> {
    let row = sqlx::query("SELECT * FROM accounts WHERE id = ?")
        .bind(id.as_str())
        .fetch_one(connection)
        .await?;
    read(Columns::of("accounts", &row))
}

fn read(row: Columns<'_>) -> Result<Account, StoreError> {
    let origins: Vec<String> = row.json("origins")?;
    let origins = origins
        .iter()
        .map(|text| text.parse())
        .collect::<Result<_, _>>();
    Ok(Account {
        id: row.parsed("id")?,
        name: row.text("name")?,
        origins: origins.map_err(|_| row.unreadable("origins"))?,
    })
}
