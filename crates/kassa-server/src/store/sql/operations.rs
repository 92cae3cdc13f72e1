//! Captures, voids and refunds.

use jiff::Timestamp;
use kassa_wire::{AccountId, PaymentReference};

use super::columns::Columns;
use super::dialect::{Connection, Row, skip_locked};
use super::{attempts, events, payments};
use crate::domain::{AttemptId, Operation, OperationId, OperationState};
use crate::store::words::{
    operation_failure_of, operation_kind, operation_kind_of, operation_state,
};
use crate::store::{BeginOperation, Lease, MoneyMove, SettleOperation, StoreError, Swapped};

pub(super) async fn begin(
    connection: &mut Connection,
    begin: &BeginOperation,
) -> Result<Swapped, StoreError> {
    let moved = payments::swap(connection, &begin.before, &begin.after.payment).await?;
    if moved == Swapped::Conflict {
        return Ok(Swapped::Conflict);
    }
    insert(connection, &begin.after.operation).await?;
    for event in &begin.events {
        events::insert(connection, event).await?;
    }
    Ok(Swapped::Done)
}

pub(super) async fn settle(
    connection: &mut Connection,
    settle: &SettleOperation,
) -> Result<Swapped, StoreError> {
    let (before, after) = (&settle.before, &settle.after);
    if swap(connection, &before.operation, &after.operation).await? == Swapped::Conflict
        || payments::swap(connection, &before.payment, &after.payment).await? == Swapped::Conflict
    {
        return Ok(Swapped::Conflict);
    }
    for event in &settle.events {
        events::insert(connection, event).await?;
    }
    Ok(Swapped::Done)
}

async fn insert(connection: &mut Connection, operation: &Operation) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO operations (id, account_id, session_id, payment_reference, attempt_id, kind,
             amount_minor, currency, reason, state, failure, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(&operation.id.0)
    .bind(operation.account.as_str())
    .bind(operation.session.as_str())
    .bind(operation.payment.as_str())
    .bind(&operation.attempt.0)
    .bind(operation_kind(operation.kind))
    .bind(operation.amount.amount)
    .bind(operation.amount.currency.as_str())
    .bind(operation.reason.as_ref())
    .bind(operation_state(operation.state))
    .bind(failure_of(operation.state))
    .bind(operation.created_at.as_microsecond())
    .bind(operation.updated_at.as_microsecond())
    .execute(connection)
    .await?;
    Ok(())
}

/// Moves an operation if it still stands where it stood.
async fn swap(
    connection: &mut Connection,
    before: &Operation,
    after: &Operation,
) -> Result<Swapped, StoreError> {
    let moved = sqlx::query(
        "UPDATE operations SET state = $1, failure = $2, updated_at = $3
         WHERE id = $4 AND state = $5",
    )
    .bind(operation_state(after.state))
    .bind(failure_of(after.state))
    .bind(after.updated_at.as_microsecond())
    .bind(&before.id.0)
    .bind(operation_state(before.state))
    .execute(connection)
    .await?;
    Ok(Swapped::if_one(moved.rows_affected()))
}

/// An operation with its payment and the attempt that took the money, which the foreign keys
/// promise.
pub(super) async fn with_payment(
    connection: &mut Connection,
    id: &OperationId,
) -> Result<Option<MoneyMove>, StoreError> {
    let row = sqlx::query(
        "SELECT operations.id AS behind_operations, operations.*,
             payments.reference AS behind_payments, payments.*,
             attempts.id AS behind_attempts, attempts.*
         FROM operations
         JOIN payments ON payments.reference = operations.payment_reference
         JOIN attempts ON attempts.id = operations.attempt_id
         WHERE operations.id = $1",
    )
    .bind(&id.0)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(MoneyMove {
            operation: read(Columns::joined("operations", &row)?)?,
            payment: payments::read(Columns::joined("payments", &row)?)?,
            attempt: attempts::read(Columns::joined("attempts", &row)?)?,
        })
    })
    .transpose()
}

pub(super) async fn of_merchant(
    connection: &mut Connection,
    account: &AccountId,
    id: &OperationId,
) -> Result<Option<MoneyMove>, StoreError> {
    let found = with_payment(connection, id).await?;
    Ok(found.filter(|found| found.operation.account == *account))
}

pub(super) async fn of_payment(
    connection: &mut Connection,
    payment: &PaymentReference,
) -> Result<Vec<Operation>, StoreError> {
    let rows = sqlx::query(
        "SELECT * FROM operations WHERE payment_reference = $1 ORDER BY created_at, id",
    )
    .bind(payment.as_str())
    .fetch_all(connection)
    .await?;
    read_all(&rows)
}

pub(super) async fn ids_in_flight(
    connection: &mut Connection,
    until: Timestamp,
) -> Result<Vec<OperationId>, StoreError> {
    let ids: Vec<String> = sqlx::query_scalar(
        "SELECT id FROM operations WHERE state = 'initiated' AND updated_at <= $1
         ORDER BY updated_at",
    )
    .bind(until.as_microsecond())
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(OperationId).collect())
}

pub(super) async fn claim_in_flight(
    connection: &mut Connection,
    until: Timestamp,
    lease: &Lease,
) -> Result<Vec<OperationId>, StoreError> {
    let ids: Vec<String> = sqlx::query_scalar(skip_locked!(
        "WITH waiting AS MATERIALIZED (
             SELECT id FROM operations WHERE state = 'initiated' AND updated_at <= $1
               AND (claimed_until IS NULL OR claimed_until <= $2)
             ORDER BY updated_at LIMIT $4",
        ")
         UPDATE operations SET claimed_until = $3 WHERE id IN (SELECT id FROM waiting)
         RETURNING id"
    ))
    .bind(until.as_microsecond())
    .bind(lease.now.as_microsecond())
    .bind(lease.until.as_microsecond())
    .bind(i64::from(lease.most))
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(OperationId).collect())
}

const fn failure_of(state: OperationState) -> Option<&'static str> {
    match state {
        OperationState::Initiated | OperationState::Finished => None,
        OperationState::Failed(failure) => Some(failure.as_str()),
    }
}

fn read_state(row: Columns<'_>) -> Result<OperationState, StoreError> {
    match row.text("state")?.as_str() {
        "initiated" => Ok(OperationState::Initiated),
        "finished" => Ok(OperationState::Finished),
        "failed" => Ok(OperationState::Failed(
            row.word("failure", operation_failure_of)?,
        )),
        _ => Err(row.unreadable("state")),
    }
}

fn read_all(rows: &[Row]) -> Result<Vec<Operation>, StoreError> {
    rows.iter()
        .map(|row| read(Columns::of("operations", row)))
        .collect()
}

fn read(row: Columns<'_>) -> Result<Operation, StoreError> {
    Ok(Operation {
        id: OperationId(row.text("id")?),
        account: row.parsed("account_id")?,
        session: row.parsed("session_id")?,
        payment: row.parsed("payment_reference")?,
        attempt: AttemptId(row.text("attempt_id")?),
        kind: row.word("kind", operation_kind_of)?,
        amount: row.money()?,
        reason: row.optional_text("reason")?,
        state: read_state(row)?,
        created_at: row.time("created_at")?,
        updated_at: row.time("updated_at")?,
    })
}
