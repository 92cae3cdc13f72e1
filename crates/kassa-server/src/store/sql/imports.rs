//! Rows that are added, or changed where they are there already.

use super::columns::to_json;
use super::dialect::Connection;
use super::{orders, recipients};
use crate::domain::{Order, Recipient};
use crate::store::words::searchable;
use crate::store::{ImportRefusal, Imported, StoreError};

pub(super) async fn recipients(
    connection: &mut Connection,
    rows: &[Recipient],
) -> Result<Imported, StoreError> {
    for (row, recipient) in rows.iter().enumerate() {
        if !change_recipient(connection, recipient).await? {
            let why = ImportRefusal::TakenElsewhere;
            return Ok(Imported::Refused { row, why });
        }
    }
    Ok(Imported::All)
}

pub(super) async fn orders(
    connection: &mut Connection,
    rows: &[Order],
) -> Result<Imported, StoreError> {
    for (row, order) in rows.iter().enumerate() {
        if !change_order(connection, order).await? {
            let why = ImportRefusal::Paid;
            return Ok(Imported::Refused { row, why });
        }
    }
    Ok(Imported::All)
}

/// `false` where it is another account's.
async fn change_recipient(
    connection: &mut Connection,
    recipient: &Recipient,
) -> Result<bool, StoreError> {
    let changed = sqlx::query(
        "UPDATE recipients SET name = $1, country = $2, currency = $3, fields = $4, search = $5
         WHERE id = $6 AND account_id = $7",
    )
    .bind(&recipient.name)
    .bind(recipient.country.as_str())
    .bind(recipient.currency.as_str())
    .bind(to_json(&recipient.fields)?)
    .bind(searchable(&[recipient.id.as_str(), &recipient.name]))
    .bind(recipient.id.as_str())
    .bind(recipient.account.as_str())
    .execute(&mut *connection)
    .await?;
    if changed.rows_affected() == 1 {
        return Ok(true);
    }
    recipients::insert_if_free(connection, recipient).await
}

/// `false` where it is paid or being paid, and would become another one.
async fn change_order(connection: &mut Connection, order: &Order) -> Result<bool, StoreError> {
    let known = orders::by_number(connection, &order.account, &order.number).await?;
    let Some(known) = known else {
        orders::insert(connection, order).await?;
        return Ok(true);
    };
    let same = Order {
        paid_at: known.paid_at,
        ..order.clone()
    };
    if known == same {
        return Ok(true);
    }
    let description = order.description.as_deref().unwrap_or_default();
    let changed = sqlx::query(
        "UPDATE orders SET country = $1, currency = $2, amount_minor = $3, description = $4,
             lines = $5, search = $6
         WHERE account_id = $7 AND number = $8 AND paid_at IS NULL AND paying_session_id IS NULL",
    )
    .bind(order.country.as_str())
    .bind(order.amount.currency.as_str())
    .bind(order.amount.amount)
    .bind(order.description.as_ref())
    .bind(to_json(&order.lines)?)
    .bind(searchable(&[order.number.as_str(), description]))
    .bind(order.account.as_str())
    .bind(order.number.as_str())
    .execute(connection)
    .await?;
    Ok(changed.rows_affected() == 1)
}
