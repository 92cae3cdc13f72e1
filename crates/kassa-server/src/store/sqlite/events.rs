//! What happened.

use kassa_wire::{PaymentReference, SessionId};
use sqlx::SqliteConnection;

use super::columns::Columns;
use crate::domain::{AttemptId, Event};
use crate::store::StoreError;
use crate::store::words::event_kind_of;

pub(super) async fn insert(
    connection: &mut SqliteConnection,
    event: &Event,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO events (kind, account_id, session_id, payment_reference, attempt_id, at)
         VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(event.kind.as_str())
    .bind(event.account.as_str())
    .bind(event.session.as_str())
    .bind(event.payment.as_ref().map(PaymentReference::as_str))
    .bind(event.attempt.as_ref().map(|attempt| attempt.0.as_str()))
    .bind(event.at.as_microsecond())
    .execute(connection)
    .await?;
    Ok(())
}

pub(super) async fn of_session(
    connection: &mut SqliteConnection,
    session: &SessionId,
) -> Result<Vec<Event>, StoreError> {
    let rows = sqlx::query("SELECT * FROM events WHERE session_id = ? ORDER BY sequence")
        .bind(session.as_str())
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| read(Columns::of("events", row)))
        .collect()
}

fn read(row: Columns<'_>) -> Result<Event, StoreError> {
    let payment = row
        .optional_text("payment_reference")?
        .map(PaymentReference::try_from);
    Ok(Event {
        kind: row.word("kind", event_kind_of)?,
        account: row.parsed("account_id")?,
        session: row.parsed("session_id")?,
        payment: payment
            .transpose()
            .map_err(|_| row.unreadable("payment_reference"))?,
        attempt: row.optional_text("attempt_id")?.map(AttemptId),
        at: row.time("at")?,
    })
}
