//! What payments are found by.

use super::dialect::Connection;
use crate::domain::{Payment, Session};
use crate::store::StoreError;
use crate::store::words::payment_words;

/// Writes what a payment is found by. The payer may have changed their name between two attempts,
/// so what was written before goes.
pub(super) async fn write(
    connection: &mut Connection,
    payment: &Payment,
    session: &Session,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM payment_words WHERE payment_reference = $1")
        .bind(payment.reference.as_str())
        .execute(&mut *connection)
        .await?;
    for word in payment_words(payment, session) {
        sqlx::query(
            "INSERT INTO payment_words (account_id, word, created_at, payment_reference)
             VALUES ($1, $2, $3, $4)",
        )
        .bind(payment.account.as_str())
        .bind(word)
        .bind(payment.created_at.as_microsecond())
        .bind(payment.reference.as_str())
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}
