//! Recipients.

use kassa_wire::{AccountId, RecipientId};
use sqlx::QueryBuilder;

use super::columns::{Columns, to_json};
use super::dialect::{Connection, Database};
use crate::domain::Recipient;
use crate::store::words::searchable;
use crate::store::{ListRecipients, Page, StoreError};

/// Adds a recipient unless its id is taken. `false` where it is.
pub(super) async fn insert_if_free(
    connection: &mut Connection,
    recipient: &Recipient,
) -> Result<bool, StoreError> {
    let inserted = sqlx::query(
        "INSERT INTO recipients (id, account_id, name, country, currency, fields, search)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING",
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
    Ok(inserted.rows_affected() == 1)
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

/// After the name of the recipient that the page before ended with.
pub(super) async fn list(
    connection: &mut Connection,
    list: &ListRecipients,
) -> Result<Page<Recipient>, StoreError> {
    let mut query = QueryBuilder::<Database>::new("SELECT * FROM recipients WHERE account_id = ");
    query.push_bind(list.account.as_str().to_owned());
    if !list.query.is_empty() {
        query.push(" AND instr(search, ");
        query.push_bind(searchable(&[&list.query])).push(") > 0");
    }
    if let Some(after) = &list.after {
        let Some(before) = by_id(connection, &list.account, after).await? else {
            return Ok(Page::of(Vec::new(), list.most));
        };
        query.push(" AND (name, id) > (").push_bind(before.name);
        query.push(", ").push_bind(after.as_str().to_owned());
        query.push(")");
    }
    query.push(" ORDER BY name, id LIMIT ");
    query.push_bind(i64::from(list.most).saturating_add(1));
    let rows = query.build().fetch_all(connection).await?;
    let rows = rows.iter().map(|row| read(Columns::of("recipients", row)));
    Ok(Page::of(rows.collect::<Result<_, _>>()?, list.most))
}

pub(super) fn read(row: Columns<'_>) -> Result<Recipient, StoreError> {
    Ok(Recipient {
        id: row.parsed("id")?,
        account: row.parsed("account_id")?,
        name: row.text("name")?,
        country: row.parsed("country")?,
        currency: row.parsed("currency")?,
        fields: row.json("fields")?,
    })
}
