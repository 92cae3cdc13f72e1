//! Deleting what is old. The rules are in `docs/data.md`.

use super::dialect::Connection;
use crate::store::{Cleared, Clearing, StoreError};

pub(super) async fn clear(
    connection: &mut Connection,
    clearing: &Clearing,
) -> Result<Cleared, StoreError> {
    Ok(Cleared {
        requests: requests(connection, clearing).await?,
        deliveries: deliveries(connection, clearing).await?,
        sessions: sessions(connection, clearing).await?,
    })
}

async fn requests(connection: &mut Connection, clearing: &Clearing) -> Result<u64, StoreError> {
    let deleted = sqlx::query(
        "DELETE FROM idempotency_keys WHERE (account_id, key) IN (
             SELECT account_id, key FROM idempotency_keys WHERE created_at <= $1
             ORDER BY created_at LIMIT $2)",
    )
    .bind(clearing.requests.as_microsecond())
    .bind(i64::from(clearing.most))
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

async fn deliveries(connection: &mut Connection, clearing: &Clearing) -> Result<u64, StoreError> {
    let deleted = sqlx::query(
        "DELETE FROM webhook_deliveries WHERE sequence IN (
             SELECT sequence FROM webhook_deliveries
             WHERE state = 'delivered' AND updated_at <= $1
             ORDER BY updated_at LIMIT $2)",
    )
    .bind(clearing.deliveries.as_microsecond())
    .bind(i64::from(clearing.most))
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}

/// A session that nobody ever tried to pay has nothing but events and their deliveries. It stays
/// while one of them has still to arrive.
async fn sessions(connection: &mut Connection, clearing: &Clearing) -> Result<u64, StoreError> {
    let ids: Vec<String> = sqlx::query_scalar(
        "SELECT id FROM sessions
         WHERE state IN ('expired', 'cancelled') AND expires_at <= $1
           AND NOT EXISTS (SELECT 1 FROM payments WHERE payments.session_id = sessions.id)
           AND NOT EXISTS (SELECT 1 FROM webhook_deliveries
                           WHERE webhook_deliveries.session_id = sessions.id
                             AND webhook_deliveries.state = 'pending')
         ORDER BY expires_at LIMIT $2",
    )
    .bind(clearing.sessions.as_microsecond())
    .bind(i64::from(clearing.most))
    .fetch_all(&mut *connection)
    .await?;
    for id in &ids {
        for statement in [
            "DELETE FROM webhook_deliveries WHERE session_id = $1",
            "DELETE FROM invitations WHERE session_id = $1",
            "DELETE FROM events WHERE session_id = $1",
            "UPDATE orders SET paying_session_id = NULL WHERE paying_session_id = $1",
            "DELETE FROM sessions WHERE id = $1",
        ] {
            sqlx::query(statement)
                .bind(id)
                .execute(&mut *connection)
                .await?;
        }
    }
    Ok(u64::try_from(ids.len()).unwrap_or(u64::MAX))
}
