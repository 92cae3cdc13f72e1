//! Attempts.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kassa_wire::PaymentReference;
use kassa_wire::view::{ActionKind, TransferView};
use serde::{Deserialize, Serialize};
use sqlx::QueryBuilder;

use super::columns::{Columns, to_json};
use super::dialect::{Connection, Database, Row, skip_locked};
use super::{payments, sessions};
use crate::domain::{
    Action, Attempt, AttemptId, AttemptState, CardTokenText, Payment, ProcessorName,
    ProcessorReference,
};
use crate::store::words::{attempt_state, decline, decline_of, method, method_of};
use crate::store::{Claim, InFlight, Lease, StoreError, Swapped};

/// An action as its column holds it.
#[derive(Serialize, Deserialize)]
struct ActionColumn {
    kind: ActionKind,
    url: String,
}

/// Adds an attempt unless its key came before. `false` where it did.
pub(super) async fn insert_if_first(
    connection: &mut Connection,
    claim: &Claim,
    payment: &PaymentReference,
) -> Result<bool, StoreError> {
    let attempt = &claim.attempt;
    let inserted = sqlx::query(
        "INSERT INTO attempts (id, payment_reference, session_id, attempt_key, fingerprint, method,
             token, state, created_at, updated_at, processor)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (session_id, attempt_key) DO NOTHING",
    )
    .bind(&attempt.id.0)
    .bind(payment.as_str())
    .bind(attempt.session.as_str())
    .bind(attempt.key.as_str())
    .bind(claim.fingerprint.0.as_slice())
    .bind(method(attempt.method))
    .bind(attempt.token.as_ref().map(|token| token.0.as_str()))
    .bind(attempt_state(&attempt.state))
    .bind(attempt.created_at.as_microsecond())
    .bind(attempt.updated_at.as_microsecond())
    .bind(&attempt.processor.0)
    .execute(connection)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// The attempt that this key came with before, and whether it was the same request.
pub(super) async fn of_key(
    connection: &mut Connection,
    claim: &Claim,
) -> Result<Option<(Attempt, bool)>, StoreError> {
    let row = sqlx::query("SELECT * FROM attempts WHERE session_id = $1 AND attempt_key = $2")
        .bind(claim.attempt.session.as_str())
        .bind(claim.attempt.key.as_str())
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let columns = Columns::of("attempts", &row);
    let same = columns.bytes("fingerprint")? == claim.fingerprint.0;
    Ok(Some((read(columns)?, same)))
}

/// Moves an attempt if it still stands where it stood.
pub(super) async fn swap(
    connection: &mut Connection,
    before: &Attempt,
    after: &Attempt,
) -> Result<Swapped, StoreError> {
    let columns = StateColumns::of(&after.state)?;
    let moved = sqlx::query(
        "UPDATE attempts SET state = $1, action = $2, transfer = $3, decline = $4, token = $5,
             processor_reference = $6, updated_at = $7
         WHERE id = $8 AND state = $9 AND updated_at = $10",
    )
    .bind(attempt_state(&after.state))
    .bind(columns.action)
    .bind(columns.transfer)
    .bind(columns.decline)
    .bind(after.token.as_ref().map(|token| token.0.as_str()))
    .bind(
        after
            .reference
            .as_ref()
            .map(|reference| reference.0.as_str()),
    )
    .bind(after.updated_at.as_microsecond())
    .bind(&before.id.0)
    .bind(attempt_state(&before.state))
    .bind(before.updated_at.as_microsecond())
    .execute(connection)
    .await?;
    Ok(Swapped::if_one(moved.rows_affected()))
}

pub(super) async fn of_payment(
    connection: &mut Connection,
    payment: &PaymentReference,
) -> Result<Vec<Attempt>, StoreError> {
    let rows = sqlx::query("SELECT * FROM attempts WHERE payment_reference = $1 ORDER BY sequence")
        .bind(payment.as_str())
        .fetch_all(connection)
        .await?;
    read_all(&rows)
}

/// The attempts of these payments, oldest first.
pub(super) async fn of_payments(
    connection: &mut Connection,
    payments: &[Payment],
) -> Result<BTreeMap<PaymentReference, Vec<Attempt>>, StoreError> {
    if payments.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut query =
        QueryBuilder::<Database>::new("SELECT * FROM attempts WHERE payment_reference IN (");
    let mut references = query.separated(", ");
    for payment in payments {
        references.push_bind(payment.reference.as_str().to_owned());
    }
    query.push(") ORDER BY sequence");
    let rows = query.build().fetch_all(connection).await?;
    let mut attempts: BTreeMap<_, Vec<Attempt>> = BTreeMap::new();
    for attempt in read_all(&rows)? {
        let payment = attempt.payment.clone();
        attempts.entry(payment).or_default().push(attempt);
    }
    Ok(attempts)
}

/// An attempt with its payment and session, which the foreign keys promise.
pub(super) async fn in_flight(
    connection: &mut Connection,
    id: &AttemptId,
) -> Result<Option<InFlight>, StoreError> {
    let row = sqlx::query(
        "SELECT attempts.id AS behind_attempts, attempts.*,
             payments.reference AS behind_payments, payments.*,
             sessions.id AS behind_sessions, sessions.*
         FROM attempts
         JOIN payments ON payments.reference = attempts.payment_reference
         JOIN sessions ON sessions.id = attempts.session_id
         WHERE attempts.id = $1",
    )
    .bind(&id.0)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(InFlight {
            attempt: read(Columns::joined("attempts", &row)?)?,
            payment: payments::read(Columns::joined("payments", &row)?)?,
            session: sessions::read(Columns::joined("sessions", &row)?)?,
        })
    })
    .transpose()
}

pub(super) async fn ids_in_flight(
    connection: &mut Connection,
    until: Timestamp,
) -> Result<Vec<AttemptId>, StoreError> {
    let ids: Vec<String> = sqlx::query_scalar(
        "SELECT id FROM attempts
         WHERE state IN ('started', 'requires_action', 'processing') AND updated_at <= $1
         ORDER BY updated_at",
    )
    .bind(until.as_microsecond())
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(AttemptId).collect())
}

pub(super) async fn claim_in_flight(
    connection: &mut Connection,
    until: Timestamp,
    lease: &Lease,
) -> Result<Vec<AttemptId>, StoreError> {
    let ids: Vec<String> = sqlx::query_scalar(skip_locked!(
        "WITH waiting AS MATERIALIZED (
             SELECT id FROM attempts
             WHERE state IN ('announced', 'started', 'requires_action', 'processing')
               AND updated_at <= $1
               AND (state <> 'announced' OR EXISTS (
                   SELECT 1 FROM sessions
                   WHERE sessions.id = attempts.session_id AND sessions.expires_at <= $2))
               AND (claimed_until IS NULL OR claimed_until <= $2)
             ORDER BY updated_at LIMIT $4",
        ")
         UPDATE attempts SET claimed_until = $3 WHERE id IN (SELECT id FROM waiting) RETURNING id"
    ))
    .bind(until.as_microsecond())
    .bind(lease.now.as_microsecond())
    .bind(lease.until.as_microsecond())
    .bind(i64::from(lease.most))
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(AttemptId).collect())
}

/// What a state says beyond its name.
#[derive(Default)]
struct StateColumns {
    action: Option<String>,
    transfer: Option<String>,
    decline: Option<&'static str>,
}

impl StateColumns {
    fn of(state: &AttemptState) -> Result<Self, StoreError> {
        Ok(match state {
            AttemptState::Announced | AttemptState::Started => Self::default(),
            AttemptState::Processing(None) => Self::default(),
            AttemptState::Authorized | AttemptState::Captured => Self::default(),
            AttemptState::RequiresAction(action) => {
                let column = ActionColumn {
                    kind: action.kind,
                    url: action.url.clone(),
                };
                Self {
                    action: Some(to_json(&column)?),
                    ..Self::default()
                }
            }
            AttemptState::Processing(Some(transfer)) => Self {
                transfer: Some(to_json(transfer)?),
                ..Self::default()
            },
            AttemptState::Declined(reason) => Self {
                decline: Some(decline(*reason)),
                ..Self::default()
            },
        })
    }
}

fn read_state(row: Columns<'_>) -> Result<AttemptState, StoreError> {
    match row.text("state")?.as_str() {
        "announced" => Ok(AttemptState::Announced),
        "started" => Ok(AttemptState::Started),
        "requires_action" => {
            let action: ActionColumn = row.json("action")?;
            Ok(AttemptState::RequiresAction(Action {
                kind: action.kind,
                url: action.url,
            }))
        }
        "processing" => {
            let transfer: Option<TransferView> = row.optional_json("transfer")?;
            Ok(AttemptState::Processing(transfer))
        }
        "authorized" => Ok(AttemptState::Authorized),
        "captured" => Ok(AttemptState::Captured),
        "declined" => Ok(AttemptState::Declined(row.word("decline", decline_of)?)),
        _ => Err(row.unreadable("state")),
    }
}

fn read_all(rows: &[Row]) -> Result<Vec<Attempt>, StoreError> {
    rows.iter()
        .map(|row| read(Columns::of("attempts", row)))
        .collect()
}

pub(super) fn read(row: Columns<'_>) -> Result<Attempt, StoreError> {
    Ok(Attempt {
        id: AttemptId(row.text("id")?),
        payment: row.parsed("payment_reference")?,
        session: row.parsed("session_id")?,
        key: row.parsed("attempt_key")?,
        method: row.word("method", method_of)?,
        token: row.optional_text("token")?.map(CardTokenText),
        processor: ProcessorName(row.text("processor")?),
        reference: row
            .optional_text("processor_reference")?
            .map(ProcessorReference),
        state: read_state(row)?,
        created_at: row.time("created_at")?,
        updated_at: row.time("updated_at")?,
    })
}
