//! Idempotency keys and the answers to them.

use super::columns::{Columns, to_json};
use super::dialect::Connection;
use crate::store::{Begun, KeptAnswer, KeyedRequest, RequestName, StoreError};

/// Uniqueness says who is first; a row that is too old counts for nothing.
pub(super) async fn begin(
    connection: &mut Connection,
    request: &KeyedRequest,
) -> Result<Begun, StoreError> {
    let name = &request.name;
    sqlx::query(
        "DELETE FROM idempotency_keys WHERE account_id = $1 AND key = $2 AND created_at <= $3",
    )
    .bind(name.account.as_str())
    .bind(&name.key)
    .bind(request.forgotten.as_microsecond())
    .execute(&mut *connection)
    .await?;
    let inserted = sqlx::query(
        "INSERT INTO idempotency_keys (account_id, key, fingerprint, subject, running_until, state, created_at)
         VALUES ($1, $2, $3, $4, $5, 'running', $6) ON CONFLICT (account_id, key) DO NOTHING",
    )
    .bind(name.account.as_str())
    .bind(&name.key)
    .bind(request.fingerprint.0.as_slice())
    .bind(&request.subject)
    .bind(request.running_until.as_microsecond())
    .bind(request.now.as_microsecond())
    .execute(&mut *connection)
    .await?;
    if inserted.rows_affected() == 1 {
        return Ok(Begun::Fresh);
    }
    if let Some(subject) = take_over(connection, request).await? {
        return Ok(Begun::Again { subject });
    }
    let row = sqlx::query("SELECT * FROM idempotency_keys WHERE account_id = $1 AND key = $2")
        .bind(name.account.as_str())
        .bind(&name.key)
        .fetch_one(connection)
        .await?;
    came_before(Columns::of("idempotency_keys", &row), request)
}

/// The same request, which nobody works on any more, is whoever's comes first.
async fn take_over(
    connection: &mut Connection,
    request: &KeyedRequest,
) -> Result<Option<String>, StoreError> {
    let row = sqlx::query(
        "UPDATE idempotency_keys SET running_until = $1
         WHERE account_id = $2 AND key = $3 AND fingerprint = $4 AND state = 'running'
             AND running_until <= $5
         RETURNING subject",
    )
    .bind(request.running_until.as_microsecond())
    .bind(request.name.account.as_str())
    .bind(&request.name.key)
    .bind(request.fingerprint.0.as_slice())
    .bind(request.now.as_microsecond())
    .fetch_optional(connection)
    .await?;
    row.map(|row| Columns::of("idempotency_keys", &row).text("subject"))
        .transpose()
}

fn came_before(row: Columns<'_>, request: &KeyedRequest) -> Result<Begun, StoreError> {
    if row.bytes("fingerprint")? != request.fingerprint.0 {
        return Ok(Begun::KeyReused);
    }
    if row.text("state")? == "running" {
        return Ok(Begun::InProgress);
    }
    let status = u16::try_from(row.integer("status")?);
    Ok(Begun::Replay(KeptAnswer {
        status: status.map_err(|_| row.unreadable("status"))?,
        headers: row.json("headers")?,
        body: row.text("body")?,
    }))
}

pub(super) async fn finish(
    connection: &mut Connection,
    name: &RequestName,
    answer: &KeptAnswer,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE idempotency_keys SET state = 'done', status = $1, headers = $2, body = $3
         WHERE account_id = $4 AND key = $5 AND state = 'running'",
    )
    .bind(i64::from(answer.status))
    .bind(to_json(&answer.headers)?)
    .bind(&answer.body)
    .bind(name.account.as_str())
    .bind(&name.key)
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn leave(
    connection: &mut Connection,
    name: &RequestName,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE idempotency_keys SET running_until = 0
         WHERE account_id = $1 AND key = $2 AND state = 'running'",
    )
    .bind(name.account.as_str())
    .bind(&name.key)
    .execute(connection)
    .await?;
    Ok(())
}
