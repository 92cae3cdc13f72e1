//! Accounts and their keys.

use kassa_wire::AccountId;

use super::columns::{Columns, to_json};
use super::dialect::Connection;
use super::{api_keys, orders, recipients};
use crate::domain::{Account, Origin};
use crate::store::{NewAccount, StoreError};

pub(super) async fn insert(
    connection: &mut Connection,
    new: &NewAccount,
) -> Result<(), StoreError> {
    let origins: Vec<&str> = new.account.origins.iter().map(Origin::as_str).collect();
    sqlx::query("INSERT INTO accounts (id, name, origins, created_at) VALUES ($1, $2, $3, $4)")
        .bind(new.account.id.as_str())
        .bind(&new.account.name)
        .bind(to_json(&origins)?)
        .bind(new.key.key.created_at.as_microsecond())
        .execute(&mut *connection)
        .await?;
    api_keys::insert(connection, &new.key).await?;
    for recipient in &new.recipients {
        recipients::insert(connection, recipient).await?;
    }
    for order in &new.orders {
        orders::insert(connection, order).await?;
    }
    Ok(())
}

pub(super) async fn by_id(
    connection: &mut Connection,
    id: &AccountId,
) -> Result<Account, StoreError> {
    let row = sqlx::query("SELECT * FROM accounts WHERE id = $1")
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
