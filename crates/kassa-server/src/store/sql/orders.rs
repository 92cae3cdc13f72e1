//! Orders.

use jiff::Timestamp;
use kassa_wire::{AccountId, OrderNumber};
use sqlx::QueryBuilder;

use super::columns::{Columns, to_json};
use super::dialect::{Connection, Database};
use crate::domain::{Order, Recipient, Session};
use crate::store::words::searchable;
use crate::store::{ListOrders, Page, StoreError, Swapped};

pub(super) async fn insert(connection: &mut Connection, order: &Order) -> Result<(), StoreError> {
    let description = order.description.as_deref().unwrap_or_default();
    sqlx::query(
        "INSERT INTO orders (account_id, number, country, currency, amount_minor, description,
                             lines, search, paid_at, extras)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(order.account.as_str())
    .bind(order.number.as_str())
    .bind(order.country.as_str())
    .bind(order.amount.currency.as_str())
    .bind(order.amount.amount)
    .bind(order.description.as_ref())
    .bind(to_json(&order.lines)?)
    .bind(searchable(&[order.number.as_str(), description]))
    .bind(order.paid_at.map(Timestamp::as_microsecond))
    .bind(to_json(&order.extras)?)
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn by_number(
    connection: &mut Connection,
    account: &AccountId,
    number: &OrderNumber,
) -> Result<Option<Order>, StoreError> {
    let row = sqlx::query("SELECT * FROM orders WHERE account_id = $1 AND number = $2")
        .bind(account.as_str())
        .bind(number.as_str())
        .fetch_optional(connection)
        .await?;
    row.map(|row| read(Columns::of("orders", &row))).transpose()
}

pub(super) async fn find(
    connection: &mut Connection,
    account: &AccountId,
    recipient: Option<&Recipient>,
    query: &str,
) -> Result<Vec<Order>, StoreError> {
    let rows = sqlx::query(
        "SELECT * FROM orders WHERE account_id = $1 AND instr(search, $2) > 0
           AND ($3 IS NULL OR (country = $3 AND currency = $4))
         ORDER BY number LIMIT 100",
    )
    .bind(account.as_str())
    .bind(searchable(&[query]))
    .bind(recipient.map(|recipient| recipient.country.to_string()))
    .bind(recipient.map(|recipient| recipient.currency.to_string()))
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| read(Columns::of("orders", row)))
        .collect()
}

pub(super) async fn list(
    connection: &mut Connection,
    list: &ListOrders,
) -> Result<Page<Order>, StoreError> {
    let mut query = QueryBuilder::<Database>::new("SELECT * FROM orders WHERE account_id = ");
    query.push_bind(list.account.as_str().to_owned());
    if !list.query.is_empty() {
        query.push(" AND instr(search, ");
        query.push_bind(searchable(&[&list.query])).push(") > 0");
    }
    if let Some(recipient) = &list.recipient {
        let (country, currency) = (recipient.country, recipient.currency);
        query.push(" AND country = ").push_bind(country.to_string());
        query
            .push(" AND currency = ")
            .push_bind(currency.to_string());
    }
    if let Some(after) = &list.after {
        let after = after.as_str().to_owned();
        query.push(" AND number > ").push_bind(after);
    }
    query.push(" ORDER BY number LIMIT ");
    query.push_bind(i64::from(list.most).saturating_add(1));
    let rows = query.build().fetch_all(connection).await?;
    let rows = rows.iter().map(|row| read(Columns::of("orders", row)));
    Ok(Page::of(rows.collect::<Result<_, _>>()?, list.most))
}

/// What came of claiming an order for a session.
pub(super) enum OrderClaim {
    /// The session may pay it, and no other may.
    Claimed,
    /// It was paid.
    Paid,
    /// Another session is paying it.
    Busy,
}

pub(super) async fn claim(
    connection: &mut Connection,
    session: &Session,
) -> Result<OrderClaim, StoreError> {
    let claimed = sqlx::query(
        "UPDATE orders SET paying_session_id = $1
         WHERE account_id = $2 AND number = $3 AND paid_at IS NULL
           AND (paying_session_id IS NULL OR paying_session_id = $1)",
    )
    .bind(session.id.as_str())
    .bind(session.account.as_str())
    .bind(session.order.as_str())
    .execute(&mut *connection)
    .await?;
    if claimed.rows_affected() == 1 {
        return Ok(OrderClaim::Claimed);
    }
    let order = by_number(connection, &session.account, &session.order).await?;
    let paid = order.is_some_and(|order| order.paid_at.is_some());
    Ok(if paid {
        OrderClaim::Paid
    } else {
        OrderClaim::Busy
    })
}

/// The session that claimed the order paid it.
pub(super) async fn pay(
    connection: &mut Connection,
    session: &Session,
    at: Timestamp,
) -> Result<Swapped, StoreError> {
    let paid = sqlx::query(
        "UPDATE orders SET paid_at = $1
         WHERE account_id = $2 AND number = $3 AND paying_session_id = $4 AND paid_at IS NULL",
    )
    .bind(at.as_microsecond())
    .bind(session.account.as_str())
    .bind(session.order.as_str())
    .bind(session.id.as_str())
    .execute(connection)
    .await?;
    Ok(Swapped::if_one(paid.rows_affected()))
}

/// The session that claimed the order was refused: another may try.
pub(super) async fn let_go(
    connection: &mut Connection,
    session: &Session,
) -> Result<Swapped, StoreError> {
    let freed = sqlx::query(
        "UPDATE orders SET paying_session_id = NULL
         WHERE account_id = $1 AND number = $2 AND paying_session_id = $3 AND paid_at IS NULL",
    )
    .bind(session.account.as_str())
    .bind(session.order.as_str())
    .bind(session.id.as_str())
    .execute(connection)
    .await?;
    Ok(Swapped::if_one(freed.rows_affected()))
}

pub(super) fn read(row: Columns<'_>) -> Result<Order, StoreError> {
    Ok(Order {
        account: row.parsed("account_id")?,
        number: row.parsed("number")?,
        country: row.parsed("country")?,
        amount: row.money()?,
        description: row.optional_text("description")?,
        lines: row.json("lines")?,
        extras: row.json("extras")?,
        paid_at: row.optional_time("paid_at")?,
    })
}
