//! Payments.

use kassa_wire::{AccountId, PaymentReference, SessionId};

use super::columns::Columns;
use super::dialect::Connection;
use super::{attempts, sessions};
use crate::domain::{Finality, Funds, Payment, ProcessorName, Session};
use crate::store::words::{capture_mode, capture_mode_of, payment_state, payment_state_of};
use crate::store::{MerchantPayment, StoreError, Swapped};

/// Adds a session's payment unless it has one. `false` where it has.
pub(super) async fn insert_if_first(
    connection: &mut Connection,
    payment: &Payment,
    session: &Session,
    processor: &ProcessorName,
) -> Result<bool, sqlx::Error> {
    let inserted = sqlx::query(
        "INSERT INTO payments (reference, account_id, session_id, recipient_id, order_number,
             amount_minor, currency, capture, state, created_at, updated_at, processor)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (session_id) DO NOTHING",
    )
    .bind(payment.reference.as_str())
    .bind(payment.account.as_str())
    .bind(payment.session.as_str())
    .bind(session.recipient.as_str())
    .bind(session.order.as_str())
    .bind(payment.amount.amount)
    .bind(payment.amount.currency.as_str())
    .bind(capture_mode(payment.capture))
    .bind(payment_state(payment.state))
    .bind(payment.created_at.as_microsecond())
    .bind(payment.updated_at.as_microsecond())
    .bind(&processor.0)
    .execute(connection)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Says whom a payment's latest attempt asks.
pub(super) async fn ask(
    connection: &mut Connection,
    reference: &PaymentReference,
    processor: &ProcessorName,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE payments SET processor = $1 WHERE reference = $2 AND processor <> $1")
        .bind(&processor.0)
        .bind(reference.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// Moves a payment if it still stands where it stood.
pub(super) async fn swap(
    connection: &mut Connection,
    before: &Payment,
    after: &Payment,
) -> Result<Swapped, StoreError> {
    let moved = sqlx::query(
        "UPDATE payments SET state = $1, updated_at = $2,
             captured_minor = $3, capturing_minor = $4, refunded_minor = $5, refunding_minor = $6,
             capture_final = $7, amount_minor = $8
         WHERE reference = $9 AND state = $10 AND captured_minor = $11 AND capturing_minor = $12
           AND refunded_minor = $13 AND refunding_minor = $14",
    )
    .bind(payment_state(after.state))
    .bind(after.updated_at.as_microsecond())
    .bind(after.funds.captured)
    .bind(after.funds.capturing)
    .bind(after.funds.refunded)
    .bind(after.funds.refunding)
    .bind(i64::from(after.funds.finality == Finality::Final))
    .bind(after.amount.amount)
    .bind(before.reference.as_str())
    .bind(payment_state(before.state))
    .bind(before.funds.captured)
    .bind(before.funds.capturing)
    .bind(before.funds.refunded)
    .bind(before.funds.refunding)
    .execute(connection)
    .await?;
    Ok(Swapped::if_one(moved.rows_affected()))
}

pub(super) async fn of_session(
    connection: &mut Connection,
    session: &SessionId,
) -> Result<Option<Payment>, StoreError> {
    let row = sqlx::query("SELECT * FROM payments WHERE session_id = $1")
        .bind(session.as_str())
        .fetch_optional(connection)
        .await?;
    row.map(|row| read(Columns::of("payments", &row)))
        .transpose()
}

pub(super) async fn of_account(
    connection: &mut Connection,
    account: &AccountId,
    reference: &PaymentReference,
) -> Result<Option<Payment>, StoreError> {
    let row = sqlx::query("SELECT * FROM payments WHERE reference = $1 AND account_id = $2")
        .bind(reference.as_str())
        .bind(account.as_str())
        .fetch_optional(connection)
        .await?;
    row.map(|row| read(Columns::of("payments", &row)))
        .transpose()
}

pub(super) async fn of_merchant(
    connection: &mut Connection,
    account: &AccountId,
    reference: &PaymentReference,
) -> Result<Option<MerchantPayment>, StoreError> {
    let Some(payment) = of_account(connection, account, reference).await? else {
        return Ok(None);
    };
    let Some(session) = sessions::by_id(connection, &payment.session).await? else {
        return Ok(None);
    };
    let attempts = attempts::of_payment(connection, reference).await?;
    Ok(Some(MerchantPayment {
        payment,
        session,
        attempts,
    }))
}

fn read_funds(row: Columns<'_>) -> Result<Funds, StoreError> {
    Ok(Funds {
        captured: row.integer("captured_minor")?,
        capturing: row.integer("capturing_minor")?,
        refunded: row.integer("refunded_minor")?,
        refunding: row.integer("refunding_minor")?,
        finality: match row.integer("capture_final")? {
            0 => Finality::More,
            _ => Finality::Final,
        },
    })
}

pub(super) fn read(row: Columns<'_>) -> Result<Payment, StoreError> {
    Ok(Payment {
        reference: row.parsed("reference")?,
        account: row.parsed("account_id")?,
        session: row.parsed("session_id")?,
        amount: row.money()?,
        capture: row.word("capture", capture_mode_of)?,
        funds: read_funds(row)?,
        state: row.word("state", payment_state_of)?,
        created_at: row.time("created_at")?,
        updated_at: row.time("updated_at")?,
    })
}
