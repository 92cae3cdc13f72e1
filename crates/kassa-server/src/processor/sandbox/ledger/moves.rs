//! Charges that move after they were written down.

use jiff::Timestamp;
use kassa_wire::PaymentReference;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{ChargeState, Ledger, LedgerError};
use crate::domain::AttemptId;

/// One move of the charges that are due. What the payer never decided is refused, what was only
/// slow is taken.
const SETTLE_DUE: &str = "UPDATE charges SET \
    decline = CASE state WHEN 'awaiting_challenge' THEN 'challenge_failed' \
                         WHEN 'awaiting_wallet' THEN 'called_off' END, \
    state = CASE state WHEN 'slow' THEN \
                CASE capture WHEN 'manual' THEN 'authorized' ELSE 'captured' END \
            WHEN 'awaiting_transfer' THEN 'captured' \
                       ELSE 'declined' END, \
    due_at = NULL, updated_at = ? \
    WHERE due_at <= ? RETURNING attempt";

impl Ledger {
    /// Moves a charge from the state that it is expected in. Answers whether it was there.
    pub(in super::super) async fn decide(
        &self,
        attempt: &AttemptId,
        step: (ChargeState, ChargeState),
        now: Timestamp,
    ) -> Result<bool, LedgerError> {
        let (from, to) = step;
        let done = sqlx::query(
            "UPDATE charges SET state = ?, decline = ?, due_at = NULL, updated_at = ? \
             WHERE attempt = ? AND state = ?",
        )
        .bind(to.as_str())
        .bind(to.decline_text())
        .bind(now.as_millisecond())
        .bind(&attempt.0)
        .bind(from.as_str())
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Lets the transfers under a reference arrive, and answers whose attempts they settle.
    pub(in super::super) async fn arrive(
        &self,
        reference: &PaymentReference,
        now: Timestamp,
    ) -> Result<Vec<AttemptId>, LedgerError> {
        let rows = sqlx::query(
            "UPDATE charges SET state = ?, due_at = NULL, updated_at = ? \
             WHERE reference = ? AND state = ? RETURNING attempt",
        )
        .bind(ChargeState::Captured.as_str())
        .bind(now.as_millisecond())
        .bind(reference.as_str())
        .bind(ChargeState::AwaitingTransfer.as_str())
        .fetch_all(&self.writer)
        .await?;
        attempts(&rows)
    }

    /// Moves every charge whose time has come, and answers whose attempts they are.
    pub(in super::super) async fn settle_due(
        &self,
        now: Timestamp,
    ) -> Result<Vec<AttemptId>, LedgerError> {
        let now = now.as_millisecond();
        let rows = sqlx::query(SETTLE_DUE)
            .bind(now)
            .bind(now)
            .fetch_all(&self.writer)
            .await?;
        attempts(&rows)
    }

    /// When the next charge moves by itself.
    pub(in super::super) async fn next_due(&self) -> Result<Option<Timestamp>, LedgerError> {
        let row = sqlx::query(
            "SELECT min(due_at) AS due_at FROM (\
               SELECT min(due_at) AS due_at FROM charges WHERE due_at IS NOT NULL \
               UNION ALL SELECT min(due_at) FROM operations WHERE due_at IS NOT NULL)",
        )
        .fetch_one(&self.readers)
        .await?;
        let due: Option<i64> = row.try_get("due_at")?;
        let unreadable = LedgerError::Unreadable { column: "due_at" };
        due.map(Timestamp::from_millisecond)
            .transpose()
            .map_err(|_| unreadable)
    }
}

fn attempts(rows: &[SqliteRow]) -> Result<Vec<AttemptId>, LedgerError> {
    rows.iter()
        .map(|row| Ok(AttemptId(row.try_get("attempt")?)))
        .collect()
}
