//! What happened.

use kassa_wire::{PaymentReference, SessionId};
use sqlx::QueryBuilder;

use super::columns::{Columns, to_json};
use super::deliveries;
use super::dialect::{Connection, Database, push_settled};
use crate::domain::{AttemptId, Event, EventId, OperationId};
use crate::store::words::event_kind_of;
use crate::store::{ListEvents, Page, StoreError};

/// Adds an event and a delivery of it for every endpoint that wants it.
pub(super) async fn insert(connection: &mut Connection, event: &Event) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO events (id, kind, account_id, session_id, payment_reference, attempt_id,
             operation_id, data, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(&event.id.0)
    .bind(event.kind.as_str())
    .bind(event.account.as_str())
    .bind(event.session.as_str())
    .bind(event.payment.as_ref().map(PaymentReference::as_str))
    .bind(event.attempt.as_ref().map(|attempt| attempt.0.as_str()))
    .bind(
        event
            .operation
            .as_ref()
            .map(|operation| operation.0.as_str()),
    )
    .bind(to_json(&event.data)?)
    .bind(event.at.as_microsecond())
    .execute(&mut *connection)
    .await?;
    deliveries::insert_for(connection, event).await
}

pub(super) async fn of_session(
    connection: &mut Connection,
    session: &SessionId,
) -> Result<Vec<Event>, StoreError> {
    let rows = sqlx::query("SELECT * FROM events WHERE session_id = $1 ORDER BY sequence")
        .bind(session.as_str())
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| read(Columns::of("events", row)))
        .collect()
}

pub(super) async fn list(
    connection: &mut Connection,
    list: &ListEvents,
) -> Result<Page<Event>, StoreError> {
    let mut query = QueryBuilder::<Database>::new("SELECT * FROM events WHERE account_id = ");
    query.push_bind(list.account.as_str().to_owned());
    if let Some(after) = &list.after {
        let select = "(SELECT sequence FROM events WHERE account_id = ";
        query.push(" AND sequence > ").push(select);
        query.push_bind(list.account.as_str().to_owned());
        query
            .push(" AND id = ")
            .push_bind(after.0.clone())
            .push(")");
    }
    push_settled(&mut query, list.now);
    query.push(" ORDER BY sequence LIMIT ");
    query.push_bind(i64::from(list.most).saturating_add(1));
    let rows = query.build().fetch_all(connection).await?;
    let rows = rows.iter().map(|row| read(Columns::of("events", row)));
    Ok(Page::of(rows.collect::<Result<_, _>>()?, list.most))
}

pub(super) async fn by_id(connection: &mut Connection, id: &EventId) -> Result<Event, StoreError> {
    let row = sqlx::query("SELECT * FROM events WHERE id = $1")
        .bind(&id.0)
        .fetch_one(connection)
        .await?;
    read(Columns::of("events", &row))
}

fn read(row: Columns<'_>) -> Result<Event, StoreError> {
    let payment = row
        .optional_text("payment_reference")?
        .map(PaymentReference::try_from);
    Ok(Event {
        id: EventId(row.text("id")?),
        kind: row.word("kind", event_kind_of)?,
        account: row.parsed("account_id")?,
        session: row.parsed("session_id")?,
        payment: payment
            .transpose()
            .map_err(|_| row.unreadable("payment_reference"))?,
        attempt: row.optional_text("attempt_id")?.map(AttemptId),
        operation: row.optional_text("operation_id")?.map(OperationId),
        data: row.json("data")?,
        at: row.time("at")?,
    })
}
