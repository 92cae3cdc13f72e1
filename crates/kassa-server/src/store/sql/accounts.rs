//! Accounts and their keys.

use kassa_wire::AccountId;

use super::columns::{Columns, to_json};
use super::dialect::Connection;
use super::{api_keys, orders, recipients};
use crate::domain::{Account, Origin};
use crate::store::{AccountChange, NewAccount, StoreError, Swapped};

pub(super) async fn insert(
    connection: &mut Connection,
    new: &NewAccount,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO accounts (id, name, origins, brand, created_at) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(new.account.id.as_str())
    .bind(&new.account.name)
    .bind(origins(&new.account)?)
    .bind(to_json(&new.account.brand)?)
    .bind(new.key.key.created_at.as_microsecond())
    .execute(&mut *connection)
    .await?;
    api_keys::insert(connection, &new.key).await?;
    for recipient in &new.recipients {
        if !recipients::insert_if_free(connection, recipient).await? {
            return Err(StoreError::Taken {
                table: "recipients",
            });
        }
    }
    for order in &new.orders {
        orders::insert(connection, order).await?;
    }
    Ok(())
}

pub(super) async fn find(
    connection: &mut Connection,
    id: &AccountId,
) -> Result<Option<Account>, StoreError> {
    let row = sqlx::query("SELECT * FROM accounts WHERE id = $1")
        .bind(id.as_str())
        .fetch_optional(connection)
        .await?;
    row.map(|row| read(Columns::of("accounts", &row)))
        .transpose()
}

pub(super) async fn all(connection: &mut Connection) -> Result<Vec<Account>, StoreError> {
    let rows = sqlx::query("SELECT * FROM accounts ORDER BY id")
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| read(Columns::of("accounts", row)))
        .collect()
}

pub(super) async fn change(
    connection: &mut Connection,
    change: &AccountChange,
) -> Result<Swapped, StoreError> {
    let changed = sqlx::query(
        "UPDATE accounts SET name = $1, origins = $2, brand = $3
         WHERE id = $4 AND name = $5 AND origins = $6 AND brand = $7",
    )
    .bind(&change.after.name)
    .bind(origins(&change.after)?)
    .bind(to_json(&change.after.brand)?)
    .bind(change.before.id.as_str())
    .bind(&change.before.name)
    .bind(origins(&change.before)?)
    .bind(to_json(&change.before.brand)?)
    .execute(connection)
    .await?;
    Ok(Swapped::if_one(changed.rows_affected()))
}

fn origins(account: &Account) -> Result<String, StoreError> {
    let origins: Vec<&str> = account.origins.iter().map(Origin::as_str).collect();
    to_json(&origins)
}

pub(super) fn read(row: Columns<'_>) -> Result<Account, StoreError> {
    let origins: Vec<String> = row.json("origins")?;
    let origins = origins
        .iter()
        .map(|text| text.parse())
        .collect::<Result<_, _>>();
    Ok(Account {
        id: row.parsed("id")?,
        name: row.text("name")?,
        origins: origins.map_err(|_| row.unreadable("origins"))?,
        brand: row.json("brand")?,
    })
}
