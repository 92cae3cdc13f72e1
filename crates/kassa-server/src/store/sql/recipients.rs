//! Recipients.

use kassa_wire::{AccountId, RecipientId};

use super::columns::{Columns, to_json};
use super::dialect::Connection;
use crate::domain::Recipient;
use crate::store::StoreError;
use crate::store::words::searchable;

pub(super) async fn insert(
    connection: &mut Connection,
    recipient: &Recipient,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO recipients (id, account_id, name, country, currency, fields, search)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(recipient.id.as_str())
    .bind(recipient.account.as_str())
    .bind(&recipient.name)
    .bind(recipient.country.as_str())
    .bind(recipient.currency.as_str())
    .bind(to_json(&recipient.fields)?)
    .bind(searchable(&[recipient.id.as_str(), &recipient.name]))
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn by_id(
    connection: &mut Connection,
    account: &AccountId,
    id: &RecipientId,
) -> Result<Option<Recipient>, StoreError> {
    let row = sqlx::query("SELECT * FROM recipients WHERE id = $1 AND account_id = $2")
        .bind(id.as_str())
        .bind(account.as_str())
        .fetch_optional(connection)
        .await?;
    row.map(|row| read(Columns::of("recipients", &row)))
        .transpose()
}

pub(super) async fn find(
    connection: &mut Connection,
    account: &AccountId,
    query: &str,
) -> Result<Vec<Recipient>, StoreError> {
    let rows = sqlx::query(
        "SELECT * FROM recipients WHERE account_id = $1 AND instr(search, $2) > 0
         ORDER BY name, id LIMIT 100",
    )
    .bind(account.as_str())
    .bind(searchable(&[query]))
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| read(Columns::of("recipients", row)))
        .collect()
}

fn read(row: Columns<'_>) -> Result<Recipient, StoreError> {
    Ok(Recipient {
        id: row.parsed("id")?,
        account: row.parsed("account_id")?,
        name: row.text("name")?,
        country: row.parsed("country")?,
        currency: row.parsed("currency")?,
        fields: row.json("fields")?,
    })
}
