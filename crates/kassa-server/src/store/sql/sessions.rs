//! Sessions.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kassa_wire::SessionId;
use sqlx::QueryBuilder;

use super::columns::{Columns, to_json};
use super::dialect::{Connection, Database, skip_locked};
use crate::domain::{AttemptId, Payment, Session, SessionDetails, SessionState};
use crate::store::words::{
    capture_mode, capture_mode_of, payment_creation, payment_creation_of, session_state,
};
use crate::store::{Lease, StoreError, Swapped};

pub(super) async fn insert(
    connection: &mut Connection,
    session: &Session,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO sessions (id, account_id, recipient_id, order_number, amount_minor, currency,
             customer_id, description, return_url, callback_url, locale, metadata, payer, version,
             state, attempt_id, created_at, expires_at, capture, payment_creation, locked_at,
             extras, locks, link_asked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                 $19, $20, $21, $22, $23, $24)",
    )
    .bind(session.id.as_str())
    .bind(session.account.as_str())
    .bind(session.recipient.as_str())
    .bind(session.order.as_str())
    .bind(session.amount.amount)
    .bind(session.amount.currency.as_str())
    .bind(session.details.customer_id.as_ref())
    .bind(session.details.description.as_ref())
    .bind(session.details.return_url.as_ref())
    .bind(session.details.callback_url.as_ref())
    .bind(session.details.locale.as_ref())
    .bind(to_json(&session.details.metadata)?)
    .bind(to_json(&session.payer)?)
    .bind(i64::from(session.version))
    .bind(session_state(&session.state))
    .bind(attempt_of(&session.state))
    .bind(session.created_at.as_microsecond())
    .bind(session.expires_at.as_microsecond())
    .bind(capture_mode(session.capture))
    .bind(payment_creation(session.payment_creation))
    .bind(session.locked_at.map(Timestamp::as_microsecond))
    .bind(to_json(&session.chosen)?)
    .bind(to_json(&session.locks)?)
    .bind(session.link_asked_at.map(Timestamp::as_microsecond))
    .execute(connection)
    .await?;
    Ok(())
}

/// Moves a session if it is still what it was, version, state and attempt.
pub(super) async fn swap(
    connection: &mut Connection,
    before: &Session,
    after: &Session,
) -> Result<Swapped, StoreError> {
    let moved = sqlx::query(
        "UPDATE sessions SET state = $1, attempt_id = $2, version = $3, payer = $4,
             amount_minor = $5, description = $6, metadata = $7, expires_at = $8, locked_at = $9,
             customer_id = $10, return_url = $11, callback_url = $12, locale = $13, extras = $14,
             locks = $15, link_asked_at = $16
         WHERE id = $17 AND state = $18 AND attempt_id IS NOT DISTINCT FROM $19 AND version = $20",
    )
    .bind(session_state(&after.state))
    .bind(attempt_of(&after.state))
    .bind(i64::from(after.version))
    .bind(to_json(&after.payer)?)
    .bind(after.amount.amount)
    .bind(after.details.description.as_ref())
    .bind(to_json(&after.details.metadata)?)
    .bind(after.expires_at.as_microsecond())
    .bind(after.locked_at.map(Timestamp::as_microsecond))
    .bind(after.details.customer_id.as_ref())
    .bind(after.details.return_url.as_ref())
    .bind(after.details.callback_url.as_ref())
    .bind(after.details.locale.as_ref())
    .bind(to_json(&after.chosen)?)
    .bind(to_json(&after.locks)?)
    .bind(after.link_asked_at.map(Timestamp::as_microsecond))
    .bind(before.id.as_str())
    .bind(session_state(&before.state))
    .bind(attempt_of(&before.state))
    .bind(i64::from(before.version))
    .execute(connection)
    .await?;
    Ok(Swapped::if_one(moved.rows_affected()))
}

pub(super) async fn by_id(
    connection: &mut Connection,
    id: &SessionId,
) -> Result<Option<Session>, StoreError> {
    let row = sqlx::query("SELECT * FROM sessions WHERE id = $1")
        .bind(id.as_str())
        .fetch_optional(connection)
        .await?;
    row.map(|row| read(Columns::of("sessions", &row)))
        .transpose()
}

/// The sessions of these payments.
pub(super) async fn of_payments(
    connection: &mut Connection,
    payments: &[Payment],
) -> Result<BTreeMap<String, Session>, StoreError> {
    if payments.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut query = QueryBuilder::<Database>::new("SELECT * FROM sessions WHERE id IN (");
    let mut ids = query.separated(", ");
    for payment in payments {
        ids.push_bind(payment.session.as_str().to_owned());
    }
    query.push(")");
    let rows = query.build().fetch_all(connection).await?;
    let sessions = rows.iter().map(|row| {
        let session = read(Columns::of("sessions", row))?;
        Ok((session.id.as_str().to_owned(), session))
    });
    sessions.collect()
}

pub(super) async fn due(
    connection: &mut Connection,
    now: Timestamp,
) -> Result<Vec<Session>, StoreError> {
    let rows = sqlx::query(
        "SELECT * FROM sessions WHERE state IN ('open', 'confirmed') AND expires_at <= $1
         ORDER BY expires_at LIMIT 1000",
    )
    .bind(now.as_microsecond())
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| read(Columns::of("sessions", row)))
        .collect()
}

pub(super) async fn claim_due(
    connection: &mut Connection,
    lease: &Lease,
) -> Result<Vec<Session>, StoreError> {
    let rows = sqlx::query(skip_locked!(
        "WITH due AS MATERIALIZED (
             SELECT id FROM sessions
             WHERE state IN ('open', 'confirmed') AND expires_at <= $1
               AND (claimed_until IS NULL OR claimed_until <= $1)
             ORDER BY expires_at LIMIT $3",
        ")
         UPDATE sessions SET claimed_until = $2 WHERE id IN (SELECT id FROM due) RETURNING *"
    ))
    .bind(lease.now.as_microsecond())
    .bind(lease.until.as_microsecond())
    .bind(i64::from(lease.most))
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| read(Columns::of("sessions", row)))
        .collect()
}

fn attempt_of(state: &SessionState) -> Option<&str> {
    match state {
        SessionState::Paying { attempt } | SessionState::Complete { attempt } => Some(&attempt.0),
        SessionState::Open
        | SessionState::Confirmed
        | SessionState::Expired
        | SessionState::Cancelled => None,
    }
}

fn read_state(row: Columns<'_>) -> Result<SessionState, StoreError> {
    let attempt = row.optional_text("attempt_id")?.map(AttemptId);
    let needed = || attempt.clone().ok_or_else(|| row.unreadable("attempt_id"));
    match row.text("state")?.as_str() {
        "open" => Ok(SessionState::Open),
        "confirmed" => Ok(SessionState::Confirmed),
        "paying" => Ok(SessionState::Paying { attempt: needed()? }),
        "complete" => Ok(SessionState::Complete { attempt: needed()? }),
        "expired" => Ok(SessionState::Expired),
        "cancelled" => Ok(SessionState::Cancelled),
        _ => Err(row.unreadable("state")),
    }
}

fn read_details(row: Columns<'_>) -> Result<SessionDetails, StoreError> {
    Ok(SessionDetails {
        customer_id: row.optional_text("customer_id")?,
        description: row.optional_text("description")?,
        return_url: row.optional_text("return_url")?,
        callback_url: row.optional_text("callback_url")?,
        locale: row.optional_text("locale")?,
        metadata: row.json("metadata")?,
    })
}

pub(super) fn read(row: Columns<'_>) -> Result<Session, StoreError> {
    let version = u32::try_from(row.integer("version")?);
    Ok(Session {
        id: row.parsed("id")?,
        account: row.parsed("account_id")?,
        recipient: row.parsed("recipient_id")?,
        order: row.parsed("order_number")?,
        amount: row.money()?,
        chosen: row.json("extras")?,
        details: read_details(row)?,
        capture: row.word("capture", capture_mode_of)?,
        payment_creation: row.word("payment_creation", payment_creation_of)?,
        locked_at: row.optional_time("locked_at")?,
        link_asked_at: row.optional_time("link_asked_at")?,
        payer: row.json("payer")?,
        locks: row.json("locks")?,
        version: version.map_err(|_| row.unreadable("version"))?,
        state: read_state(row)?,
        created_at: row.time("created_at")?,
        expires_at: row.time("expires_at")?,
    })
}
