//! The webhooks' outbox.

use super::dialect::Connection;
use crate::domain::Event;
use crate::store::StoreError;

/// Adds a delivery of an event for every endpoint of its account that wants it, that of the
/// sessions' callbacks among them where the session names an address. Its id is made of the two
/// ids that it joins, so that there cannot be two.
pub(super) async fn insert_for(
    connection: &mut Connection,
    event: &Event,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO webhook_deliveries (id, endpoint_id, event_id, session_id, state, next_at,
             created_at, updated_at)
         SELECT 'del_' || substr($1, 5) || substr(id, 4), id, $1, $2, 'pending', $3, $3, $3
         FROM webhook_endpoints
         WHERE account_id = $4 AND disabled_at IS NULL
           AND (url <> '' OR EXISTS (
               SELECT 1 FROM sessions WHERE sessions.id = $2 AND callback_url IS NOT NULL))
           AND (event_types = '[]' OR instr(event_types, '\"' || $5 || '\"') > 0)",
    )
    .bind(&event.id.0)
    .bind(event.session.as_str())
    .bind(event.at.as_microsecond())
    .bind(event.account.as_str())
    .bind(event.kind.as_str())
    .execute(connection)
    .await?;
    Ok(())
}
