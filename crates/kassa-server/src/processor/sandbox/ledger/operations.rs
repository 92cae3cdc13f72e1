//! Captures, voids and refunds: written down once each, and moved when their time comes.

use jiff::{SignedDuration, Timestamp};
use kassa_wire::Money;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, Sqlite, Transaction};

use super::books::Books;
use super::{ChargeState, Ledger, LedgerError};
use crate::domain::{
    AttemptId, Finality, OperationFailure, OperationId, OperationKind, OperationState,
};
use crate::processor::Instruction;
use crate::processor::sandbox::operate::Amount;

/// How long a slow operation takes.
const SLOWNESS: SignedDuration = SignedDuration::from_secs(5);

const KINDS: [OperationKind; 4] = [
    OperationKind::Capture(Finality::More),
    OperationKind::Capture(Finality::Final),
    OperationKind::Void,
    OperationKind::Refund,
];

/// A capture, a void or a refund that was written down.
#[derive(Clone, Debug)]
pub(in super::super) struct OperationRow {
    /// The idempotency key.
    pub(in super::super) id: OperationId,
    /// Of which charge.
    pub(in super::super) attempt: AttemptId,
    /// What.
    pub(in super::super) kind: OperationKind,
    /// How much.
    pub(in super::super) amount: Money,
    /// Where it stands.
    pub(in super::super) state: OperationState,
}

/// What came of writing an operation down.
#[derive(Clone, Debug)]
pub(in super::super) enum Operated {
    /// It is new.
    Fresh(OperationRow),
    /// This operation came before: this is where it stands.
    Before(OperationRow),
    /// There is no such charge.
    NoCharge,
}

impl Ledger {
    /// Does what is asked, once per id, if the books have it.
    pub(in super::super) async fn operate(
        &self,
        instruction: &Instruction,
        now: Timestamp,
    ) -> Result<Operated, LedgerError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        if let Some(before) = find(&mut transaction, &instruction.id).await? {
            return Ok(Operated::Before(before));
        }
        let attempt = &instruction.charged.attempt;
        let Some(charge) = super::charges::find(&mut transaction, attempt).await? else {
            return Ok(Operated::NoCharge);
        };
        let earlier = of_attempt(&mut transaction, attempt).await?;
        let refusal = Books::of(&charge, &earlier).refusal(instruction.kind, instruction.amount);
        let row = OperationRow {
            id: instruction.id.clone(),
            attempt: attempt.clone(),
            kind: instruction.kind,
            amount: instruction.amount,
            state: refusal.map_or_else(|| begins_as(instruction.amount), OperationState::Failed),
        };
        insert(&mut transaction, &row, now).await?;
        if row.state == OperationState::Finished {
            take_effect(&mut transaction, &row, now).await?;
        }
        transaction.commit().await?;
        Ok(Operated::Fresh(row))
    }

    /// One operation.
    pub(in super::super) async fn operation(
        &self,
        id: &OperationId,
    ) -> Result<Option<OperationRow>, LedgerError> {
        let row = sqlx::query("SELECT * FROM operations WHERE id = ?")
            .bind(&id.0)
            .fetch_optional(&self.readers)
            .await?;
        row.as_ref().map(read).transpose()
    }

    /// Every operation, oldest first.
    pub(in super::super) async fn operations(&self) -> Result<Vec<OperationRow>, LedgerError> {
        let rows = sqlx::query("SELECT * FROM operations ORDER BY created_at, rowid")
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(read).collect()
    }

    /// Finishes every operation whose time has come, and answers which they are.
    pub(in super::super) async fn finish_due(
        &self,
        now: Timestamp,
    ) -> Result<Vec<OperationId>, LedgerError> {
        let mut transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        let rows = sqlx::query(
            "UPDATE operations SET state = 'finished', due_at = NULL, updated_at = ? \
             WHERE due_at <= ? RETURNING *",
        )
        .bind(now.as_millisecond())
        .bind(now.as_millisecond())
        .fetch_all(&mut *transaction)
        .await?;
        let finished: Vec<OperationRow> = rows.iter().map(read).collect::<Result<_, _>>()?;
        for row in &finished {
            take_effect(&mut transaction, row, now).await?;
        }
        transaction.commit().await?;
        Ok(finished.into_iter().map(|row| row.id).collect())
    }
}

/// What amounts do, so that tests can have every outcome.
fn begins_as(amount: Money) -> OperationState {
    match Amount::of(amount) {
        Amount::Plain | Amount::LoseAnswer => OperationState::Finished,
        Amount::Refuse => OperationState::Failed(OperationFailure::Refused),
        Amount::Slow => OperationState::Initiated,
    }
}

/// Reserved money that is let go is not reserved any more.
async fn take_effect(
    transaction: &mut Transaction<'_, Sqlite>,
    row: &OperationRow,
    now: Timestamp,
) -> Result<(), LedgerError> {
    match row.kind {
        OperationKind::Capture(_) | OperationKind::Refund => return Ok(()),
        OperationKind::Void => {}
    }
    sqlx::query("UPDATE charges SET state = ?, updated_at = ? WHERE attempt = ? AND state = ?")
        .bind(ChargeState::Voided.as_str())
        .bind(now.as_millisecond())
        .bind(&row.attempt.0)
        .bind(ChargeState::Authorized.as_str())
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

async fn find(
    transaction: &mut Transaction<'_, Sqlite>,
    id: &OperationId,
) -> Result<Option<OperationRow>, LedgerError> {
    let row = sqlx::query("SELECT * FROM operations WHERE id = ?")
        .bind(&id.0)
        .fetch_optional(&mut **transaction)
        .await?;
    row.as_ref().map(read).transpose()
}

async fn of_attempt(
    transaction: &mut Transaction<'_, Sqlite>,
    attempt: &AttemptId,
) -> Result<Vec<OperationRow>, LedgerError> {
    let rows = sqlx::query("SELECT * FROM operations WHERE attempt = ?")
        .bind(&attempt.0)
        .fetch_all(&mut **transaction)
        .await?;
    rows.iter().map(read).collect()
}

async fn insert(
    transaction: &mut Transaction<'_, Sqlite>,
    row: &OperationRow,
    now: Timestamp,
) -> Result<(), LedgerError> {
    let (state, failure) = state_text(row.state);
    let due_at = match row.state {
        OperationState::Initiated => now.checked_add(SLOWNESS).ok(),
        OperationState::Finished | OperationState::Failed(_) => None,
    };
    sqlx::query(
        "INSERT INTO operations (id, attempt, kind, amount, currency, state, failure, due_at, \
         created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&row.id.0)
    .bind(&row.attempt.0)
    .bind(kind_text(row.kind))
    .bind(row.amount.amount)
    .bind(row.amount.currency.as_str())
    .bind(state)
    .bind(failure)
    .bind(due_at.map(Timestamp::as_millisecond))
    .bind(now.as_millisecond())
    .bind(now.as_millisecond())
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

/// As the ledger writes it.
pub(in super::super) const fn kind_text(kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::Capture(Finality::More) => "capture",
        OperationKind::Capture(Finality::Final) => "final_capture",
        OperationKind::Void => "void",
        OperationKind::Refund => "refund",
    }
}

/// As the ledger writes it, with the reason of a failure.
pub(in super::super) const fn state_text(
    state: OperationState,
) -> (&'static str, Option<&'static str>) {
    match state {
        OperationState::Initiated => ("pending", None),
        OperationState::Finished => ("finished", None),
        OperationState::Failed(failure) => ("failed", Some(failure.as_str())),
    }
}

fn read_state(state: &str, failure: Option<&str>) -> Option<OperationState> {
    match state {
        "pending" => Some(OperationState::Initiated),
        "finished" => Some(OperationState::Finished),
        "failed" => OperationFailure::ALL
            .iter()
            .find(|known| Some(known.as_str()) == failure)
            .map(|known| OperationState::Failed(*known)),
        _ => None,
    }
}

fn read(row: &SqliteRow) -> Result<OperationRow, LedgerError> {
    let unreadable = |column| LedgerError::Unreadable { column };
    let text = |column: &str| row.try_get::<String, _>(column);
    let kind = text("kind")?;
    let kind = KINDS.into_iter().find(|known| kind_text(*known) == kind);
    let failure: Option<String> = row.try_get("failure")?;
    let state = read_state(&text("state")?, failure.as_deref());
    Ok(OperationRow {
        id: OperationId(text("id")?),
        attempt: AttemptId(text("attempt")?),
        kind: kind.ok_or_else(|| unreadable("kind"))?,
        amount: Money {
            amount: row.try_get("amount")?,
            currency: text("currency")?
                .parse()
                .map_err(|_| unreadable("currency"))?,
        },
        state: state.ok_or_else(|| unreadable("state"))?,
    })
}
