//! What is known of deliveries.

use std::cmp::Reverse;

use jiff::Timestamp;
use kassa_wire::AccountId;

use super::columns::Columns;
use super::dialect::{Connection, Row};
use crate::domain::{Delivery, DeliveryError, DeliveryId, DeliveryState, EndpointId, EventId};
use crate::store::words::event_kind_of;
use crate::store::{DeliveryList, Page, StoreError};

pub(super) async fn by_id(
    connection: &mut Connection,
    id: &DeliveryId,
) -> Result<Delivery, StoreError> {
    let row = sqlx::query(
        "SELECT d.*, v.kind FROM webhook_deliveries d JOIN events v ON v.id = d.event_id
         WHERE d.id = $1",
    )
    .bind(&id.0)
    .fetch_one(connection)
    .await?;
    read(&row)
}

pub(super) async fn find(
    connection: &mut Connection,
    account: &AccountId,
    id: &DeliveryId,
) -> Result<Option<Delivery>, StoreError> {
    let row = sqlx::query(
        "SELECT d.*, v.kind FROM webhook_deliveries d JOIN events v ON v.id = d.event_id
         WHERE d.id = $1 AND v.account_id = $2",
    )
    .bind(&id.0)
    .bind(account.as_str())
    .fetch_optional(connection)
    .await?;
    row.map(|row| read(&row)).transpose()
}

/// Each endpoint's newest, merged: an account has few endpoints, and each has its own index.
pub(super) async fn list(
    connection: &mut Connection,
    list: &DeliveryList,
) -> Result<Page<Delivery>, StoreError> {
    let endpoints: Vec<String> = sqlx::query_scalar(
        "SELECT id FROM webhook_endpoints WHERE account_id = $1 AND ($2 IS NULL OR id = $2)",
    )
    .bind(list.account.as_str())
    .bind(list.endpoint.as_ref().map(|id| id.0.as_str()))
    .fetch_all(&mut *connection)
    .await?;
    let before = sequence_of(connection, list).await?;
    let mut found = Vec::new();
    for endpoint in endpoints {
        found.extend(of_endpoint(connection, &endpoint, list, before).await?);
    }
    found.sort_by_key(|(sequence, _)| Reverse(*sequence));
    let newest = found.into_iter().map(|(_, delivery)| delivery);
    Ok(Page::of(newest.collect(), list.most))
}

/// Where the page before ended; the end of everything where there was none.
async fn sequence_of(connection: &mut Connection, list: &DeliveryList) -> Result<i64, StoreError> {
    let Some(before) = &list.before else {
        return Ok(i64::MAX);
    };
    let sequence: Option<i64> =
        sqlx::query_scalar("SELECT sequence FROM webhook_deliveries WHERE id = $1")
            .bind(&before.0)
            .fetch_optional(connection)
            .await?;
    Ok(sequence.unwrap_or(i64::MIN))
}

async fn of_endpoint(
    connection: &mut Connection,
    endpoint: &str,
    list: &DeliveryList,
    before: i64,
) -> Result<Vec<(i64, Delivery)>, StoreError> {
    let one_state = "SELECT d.*, v.kind FROM webhook_deliveries d
         JOIN events v ON v.id = d.event_id
         WHERE d.endpoint_id = $1 AND d.sequence < $2 AND d.state = $4
         ORDER BY d.sequence DESC LIMIT $3";
    let every_state = "SELECT d.*, v.kind FROM webhook_deliveries d
         JOIN events v ON v.id = d.event_id
         WHERE d.endpoint_id = $1 AND d.sequence < $2
         ORDER BY d.sequence DESC LIMIT $3";
    let text = if list.state.is_some() {
        one_state
    } else {
        every_state
    };
    let query = sqlx::query(text).bind(endpoint).bind(before);
    let mut query = query.bind(i64::from(list.most).saturating_add(1));
    if let Some(state) = list.state {
        query = query.bind(state.as_str());
    }
    let rows = query.fetch_all(connection).await?;
    let sequenced = |row: &Row| {
        let sequence = Columns::of("webhook_deliveries", row).integer("sequence")?;
        Ok((sequence, read(row)?))
    };
    rows.iter().map(sequenced).collect()
}

pub(super) async fn delivered_since(
    connection: &mut Connection,
    endpoint: &EndpointId,
    since: Timestamp,
) -> Result<bool, StoreError> {
    let found: Option<i64> = sqlx::query_scalar(
        "SELECT sequence FROM webhook_deliveries
         WHERE endpoint_id = $1 AND state = 'delivered' AND updated_at >= $2 LIMIT 1",
    )
    .bind(&endpoint.0)
    .bind(since.as_microsecond())
    .fetch_optional(connection)
    .await?;
    Ok(found.is_some())
}

fn read(row: &Row) -> Result<Delivery, StoreError> {
    let row = Columns::of("webhook_deliveries", row);
    let number = |column| -> Result<u32, StoreError> {
        u32::try_from(row.integer(column)?).map_err(|_| row.unreadable(column))
    };
    let error = row.optional_text("last_error")?;
    let error =
        error.map(|word| DeliveryError::of_word(&word).ok_or_else(|| row.unreadable("last_error")));
    let status = row.optional_integer("last_status")?;
    let status =
        status.map(|status| u16::try_from(status).map_err(|_| row.unreadable("last_status")));
    Ok(Delivery {
        id: DeliveryId(row.text("id")?),
        endpoint: EndpointId(row.text("endpoint_id")?),
        event: EventId(row.text("event_id")?),
        kind: row.word("kind", event_kind_of)?,
        session: row.parsed("session_id")?,
        state: row.word("state", DeliveryState::of_word)?,
        attempts: number("attempts")?,
        next_at: row.time("next_at")?,
        last_status: status.transpose()?,
        last_error: error.transpose()?,
        created_at: row.time("created_at")?,
        updated_at: row.time("updated_at")?,
    })
}
