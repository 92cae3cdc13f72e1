//! How deliveries are taken, tried and put back.

use jiff::Timestamp;

use super::columns::Columns;
use super::dialect::{Connection, skip_locked};
use super::{delivery_lists, events, webhook_endpoints};
use crate::domain::{DeliveryError, DeliveryId, DeliveryState, EndpointId};
use crate::store::{DeliveryVerdict, DueDelivery, Lease, StoreError, Swapped, TriedDelivery};

pub(super) async fn endpoints_due(
    connection: &mut Connection,
    now: Timestamp,
) -> Result<Vec<EndpointId>, StoreError> {
    let ids: Vec<String> = sqlx::query_scalar(
        "SELECT e.id FROM webhook_endpoints e WHERE EXISTS (
             SELECT 1 FROM webhook_deliveries d
             WHERE d.endpoint_id = e.id AND d.state = 'pending' AND d.next_at <= $1
               AND (d.claimed_until IS NULL OR d.claimed_until <= $1))
         ORDER BY e.id",
    )
    .bind(now.as_microsecond())
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(EndpointId).collect())
}

pub(super) async fn claim(
    connection: &mut Connection,
    endpoint: &EndpointId,
    lease: &Lease,
) -> Result<Vec<DueDelivery>, StoreError> {
    let ids: Vec<String> = sqlx::query_scalar(skip_locked!(
        "WITH due AS MATERIALIZED (
             SELECT d.id FROM webhook_deliveries d
             WHERE d.endpoint_id = $1 AND d.state = 'pending' AND d.next_at <= $2
               AND (d.claimed_until IS NULL OR d.claimed_until <= $2)
               AND NOT EXISTS (
                   SELECT 1 FROM webhook_deliveries earlier
                   WHERE earlier.endpoint_id = d.endpoint_id
                     AND earlier.session_id = d.session_id
                     AND earlier.state = 'pending' AND earlier.sequence < d.sequence)
             ORDER BY d.next_at, d.sequence LIMIT $4",
        ")
         UPDATE webhook_deliveries SET claimed_until = $3
         WHERE id IN (SELECT id FROM due) RETURNING id"
    ))
    .bind(&endpoint.0)
    .bind(lease.now.as_microsecond())
    .bind(lease.until.as_microsecond())
    .bind(i64::from(lease.most))
    .fetch_all(&mut *connection)
    .await?;
    let mut claimed = Vec::with_capacity(ids.len());
    for id in ids {
        claimed.push(due(connection, DeliveryId(id), lease).await?);
    }
    Ok(claimed)
}

async fn due(
    connection: &mut Connection,
    id: DeliveryId,
    lease: &Lease,
) -> Result<DueDelivery, StoreError> {
    let delivery = delivery_lists::by_id(connection, &id).await?;
    let event = events::by_id(connection, &delivery.event).await?;
    let row = sqlx::query(
        "SELECT COALESCE(NULLIF(e.url, ''), s.callback_url, '') AS url, e.secrets
         FROM webhook_endpoints e, sessions s WHERE e.id = $1 AND s.id = $2",
    )
    .bind(&delivery.endpoint.0)
    .bind(delivery.session.as_str())
    .fetch_one(connection)
    .await?;
    let row = Columns::of("webhook_endpoints", &row);
    Ok(DueDelivery {
        delivery,
        event,
        url: row.text("url")?,
        secrets: webhook_endpoints::read_secrets(row)?,
        claimed_until: lease.until,
    })
}

pub(super) async fn settle(
    connection: &mut Connection,
    tried: &TriedDelivery,
) -> Result<Swapped, StoreError> {
    let (state, error, next_at) = match tried.verdict {
        DeliveryVerdict::Delivered => (DeliveryState::Delivered, None, tried.now),
        DeliveryVerdict::Retry { at, error } => (DeliveryState::Pending, Some(error), at),
        DeliveryVerdict::Parked { error } => (DeliveryState::Parked, Some(error), tried.now),
    };
    let settled = sqlx::query(
        "UPDATE webhook_deliveries
         SET state = $1, last_error = $2, last_status = $3, next_at = $4, updated_at = $5,
             attempts = attempts + 1, claimed_until = NULL
         WHERE id = $6 AND state = 'pending' AND claimed_until = $7",
    )
    .bind(state.as_str())
    .bind(error.map(DeliveryError::as_str))
    .bind(tried.status.map(i64::from))
    .bind(next_at.as_microsecond())
    .bind(tried.now.as_microsecond())
    .bind(&tried.id.0)
    .bind(tried.claimed_until.as_microsecond())
    .execute(&mut *connection)
    .await?;
    let settled = Swapped::if_one(settled.rows_affected());
    if settled == Swapped::Done {
        let stays = state == DeliveryState::Pending;
        let due = if stays { next_at } else { tried.now };
        move_followers(connection, &tried.id, due).await?;
    }
    Ok(settled)
}

/// What waits behind a delivery is looked at again when that one is: without this, every round
/// would look at everything that waits behind an endpoint that is down.
async fn move_followers(
    connection: &mut Connection,
    id: &DeliveryId,
    due: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE webhook_deliveries SET next_at = $1
         WHERE state = 'pending' AND claimed_until IS NULL
           AND endpoint_id = (SELECT endpoint_id FROM webhook_deliveries WHERE id = $2)
           AND session_id = (SELECT session_id FROM webhook_deliveries WHERE id = $2)
           AND sequence > (SELECT sequence FROM webhook_deliveries WHERE id = $2)",
    )
    .bind(due.as_microsecond())
    .bind(&id.0)
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn put_back(
    connection: &mut Connection,
    id: &DeliveryId,
    now: Timestamp,
) -> Result<Swapped, StoreError> {
    let put = sqlx::query(
        "UPDATE webhook_deliveries
         SET state = 'pending', attempts = 0, next_at = $1, updated_at = $1,
             claimed_until = NULL, created_at = $1
         WHERE id = $2 AND state IN ('delivered', 'parked')",
    )
    .bind(now.as_microsecond())
    .bind(&id.0)
    .execute(connection)
    .await?;
    Ok(Swapped::if_one(put.rows_affected()))
}
