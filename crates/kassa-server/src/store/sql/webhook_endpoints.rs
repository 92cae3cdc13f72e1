//! Webhook endpoints.

use jiff::Timestamp;
use kassa_wire::AccountId;
use serde::{Deserialize, Serialize};

use super::columns::{Columns, to_json};
use super::dialect::Connection;
use crate::domain::{DeliveryError, Endpoint, EndpointId, EndpointTarget, SigningSecret};
use crate::store::words::event_kind_of;
use crate::store::{EndpointChange, StoreError, Swapped};

/// A secret as its column holds it, with times in microseconds.
#[derive(Serialize, Deserialize)]
struct SecretColumn {
    secret: String,
    created_at: i64,
    expires_at: Option<i64>,
}

pub(super) async fn insert(
    connection: &mut Connection,
    endpoint: &Endpoint,
) -> Result<Swapped, StoreError> {
    let inserted = sqlx::query(
        "INSERT INTO webhook_endpoints (id, account_id, url, event_types, secrets, disabled_at,
             created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO NOTHING",
    )
    .bind(&endpoint.id.0)
    .bind(endpoint.account.as_str())
    .bind(url_column(&endpoint.target))
    .bind(kinds_column(endpoint)?)
    .bind(secrets_column(endpoint)?)
    .bind(endpoint.disabled_at.map(Timestamp::as_microsecond))
    .bind(endpoint.created_at.as_microsecond())
    .execute(connection)
    .await?;
    Ok(Swapped::if_one(inserted.rows_affected()))
}

pub(super) async fn of_account(
    connection: &mut Connection,
    account: &AccountId,
) -> Result<Vec<Endpoint>, StoreError> {
    let rows = sqlx::query(
        "SELECT * FROM webhook_endpoints WHERE account_id = $1 ORDER BY created_at, id",
    )
    .bind(account.as_str())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| read(Columns::of("webhook_endpoints", row)))
        .collect()
}

pub(super) async fn find(
    connection: &mut Connection,
    account: &AccountId,
    id: &EndpointId,
) -> Result<Option<Endpoint>, StoreError> {
    let row = sqlx::query("SELECT * FROM webhook_endpoints WHERE id = $1 AND account_id = $2")
        .bind(&id.0)
        .bind(account.as_str())
        .fetch_optional(connection)
        .await?;
    row.map(|row| read(Columns::of("webhook_endpoints", &row)))
        .transpose()
}

/// Everything that may change is expected as it was read: secrets above all, so that of two
/// rotations at once none is lost.
pub(super) async fn change(
    connection: &mut Connection,
    change: &EndpointChange,
) -> Result<Swapped, StoreError> {
    let (before, after) = (&change.before, &change.after);
    let changed = sqlx::query(
        "UPDATE webhook_endpoints SET url = $1, event_types = $2, secrets = $3, disabled_at = $4
         WHERE id = $5 AND url = $6 AND event_types = $7 AND secrets = $8
           AND disabled_at IS NOT DISTINCT FROM $9",
    )
    .bind(url_column(&after.target))
    .bind(kinds_column(after)?)
    .bind(secrets_column(after)?)
    .bind(after.disabled_at.map(Timestamp::as_microsecond))
    .bind(&before.id.0)
    .bind(url_column(&before.target))
    .bind(kinds_column(before)?)
    .bind(secrets_column(before)?)
    .bind(before.disabled_at.map(Timestamp::as_microsecond))
    .execute(&mut *connection)
    .await?;
    if after.disabled_at.is_some() {
        park_all(connection, &after.id, change.now).await?;
    }
    Ok(Swapped::if_one(changed.rows_affected()))
}

async fn park_all(
    connection: &mut Connection,
    id: &EndpointId,
    now: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE webhook_deliveries
         SET state = 'parked', last_error = $1, claimed_until = NULL, updated_at = $2
         WHERE endpoint_id = $3 AND state = 'pending'",
    )
    .bind(DeliveryError::EndpointDisabled.as_str())
    .bind(now.as_microsecond())
    .bind(&id.0)
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn remove(
    connection: &mut Connection,
    account: &AccountId,
    id: &EndpointId,
) -> Result<Swapped, StoreError> {
    sqlx::query(
        "DELETE FROM webhook_deliveries WHERE endpoint_id IN
             (SELECT id FROM webhook_endpoints WHERE id = $1 AND account_id = $2)",
    )
    .bind(&id.0)
    .bind(account.as_str())
    .execute(&mut *connection)
    .await?;
    let removed = sqlx::query("DELETE FROM webhook_endpoints WHERE id = $1 AND account_id = $2")
        .bind(&id.0)
        .bind(account.as_str())
        .execute(connection)
        .await?;
    Ok(Swapped::if_one(removed.rows_affected()))
}

/// The endpoint of the sessions' callbacks has no address of its own.
fn url_column(target: &EndpointTarget) -> &str {
    match target {
        EndpointTarget::Url(url) => url,
        EndpointTarget::SessionCallbacks => "",
    }
}

fn kinds_column(endpoint: &Endpoint) -> Result<String, StoreError> {
    let kinds: Vec<&str> = endpoint.kinds.iter().map(|kind| kind.as_str()).collect();
    to_json(&kinds)
}

fn secrets_column(endpoint: &Endpoint) -> Result<String, StoreError> {
    let column = |entry: &SigningSecret| SecretColumn {
        secret: entry.secret.reveal(),
        created_at: entry.created_at.as_microsecond(),
        expires_at: entry.expires_at.map(Timestamp::as_microsecond),
    };
    let secrets: Vec<SecretColumn> = endpoint.secrets.iter().map(column).collect();
    to_json(&secrets)
}

pub(super) fn read_secrets(row: Columns<'_>) -> Result<Vec<SigningSecret>, StoreError> {
    let columns: Vec<SecretColumn> = row.json("secrets")?;
    let read = |column: SecretColumn| -> Option<SigningSecret> {
        let end = column.expires_at.map(Timestamp::from_microsecond);
        Some(SigningSecret {
            secret: column.secret.parse().ok()?,
            created_at: Timestamp::from_microsecond(column.created_at).ok()?,
            expires_at: end.transpose().ok()?,
        })
    };
    let secrets: Option<_> = columns.into_iter().map(read).collect();
    secrets.ok_or_else(|| row.unreadable("secrets"))
}

fn read(row: Columns<'_>) -> Result<Endpoint, StoreError> {
    let url = row.text("url")?;
    let kinds: Vec<String> = row.json("event_types")?;
    let kinds: Option<_> = kinds.iter().map(|word| event_kind_of(word)).collect();
    Ok(Endpoint {
        id: EndpointId(row.text("id")?),
        account: row.parsed("account_id")?,
        target: if url.is_empty() {
            EndpointTarget::SessionCallbacks
        } else {
            EndpointTarget::Url(url)
        },
        kinds: kinds.ok_or_else(|| row.unreadable("event_types"))?,
        secrets: read_secrets(row)?,
        disabled_at: row.optional_time("disabled_at")?,
        created_at: row.time("created_at")?,
    })
}
