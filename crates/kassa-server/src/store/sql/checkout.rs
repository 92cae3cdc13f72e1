//! Everything that one payer's screen is made of.

use kassa_wire::SessionId;

use super::columns::Columns;
use super::dialect::{Connection, Row};
use super::{accounts, attempts, orders, payments, recipients, sessions};
use crate::domain::{Checkout, CheckoutPayment};
use crate::store::StoreError;

/// Reads all of it in one statement. Foreign keys promise the account, the recipient and the
/// order; a payment has an attempt from its beginning, and the latest one is what counts.
pub(super) async fn read(
    connection: &mut Connection,
    id: &SessionId,
) -> Result<Option<Checkout>, StoreError> {
    let row = sqlx::query(
        "SELECT sessions.id AS behind_sessions, sessions.*,
             accounts.id AS behind_accounts, accounts.*,
             recipients.id AS behind_recipients, recipients.*,
             orders.number AS behind_orders, orders.*,
             payments.reference AS behind_payments, payments.*,
             attempts.id AS behind_attempts, attempts.*
         FROM sessions
         JOIN accounts ON accounts.id = sessions.account_id
         JOIN recipients ON recipients.id = sessions.recipient_id
           AND recipients.account_id = sessions.account_id
         JOIN orders ON orders.account_id = sessions.account_id
           AND orders.number = sessions.order_number
         LEFT JOIN payments ON payments.session_id = sessions.id
         LEFT JOIN attempts ON attempts.sequence = (
             SELECT MAX(sequence) FROM attempts AS each
             WHERE each.payment_reference = payments.reference)
         WHERE sessions.id = $1",
    )
    .bind(id.as_str())
    .fetch_optional(connection)
    .await?;
    row.map(|row| read_row(&row)).transpose()
}

fn read_row(row: &Row) -> Result<Checkout, StoreError> {
    Ok(Checkout {
        session: sessions::read(Columns::joined("sessions", row)?)?,
        account: accounts::read(Columns::joined("accounts", row)?)?,
        recipient: recipients::read(Columns::joined("recipients", row)?)?,
        order: orders::read(Columns::joined("orders", row)?)?,
        payment: payment(row)?,
    })
}

fn payment(row: &Row) -> Result<Option<CheckoutPayment>, StoreError> {
    let payment = Columns::behind("payments", row)?;
    let attempt = Columns::behind("attempts", row)?;
    let Some((payment, attempt)) = payment.zip(attempt) else {
        return Ok(None);
    };
    Ok(Some(CheckoutPayment {
        payment: payments::read(payment)?,
        attempt: attempts::read(attempt)?,
    }))
}
