//! Everything that one payer's screen is made of.

use kassa_wire::SessionId;

use super::dialect::Connection;
use super::{accounts, attempts, orders, payments, recipients, sessions};
use crate::domain::{Checkout, CheckoutPayment};
use crate::store::StoreError;

pub(super) async fn read(
    connection: &mut Connection,
    id: &SessionId,
) -> Result<Option<Checkout>, StoreError> {
    let Some(session) = sessions::by_id(connection, id).await? else {
        return Ok(None);
    };
    let account = accounts::by_id(connection, &session.account).await?;
    let recipient = recipients::by_id(connection, &session.account, &session.recipient).await?;
    let order = orders::by_number(connection, &session.account, &session.order).await?;
    let payment = payment(connection, id).await?;
    // Foreign keys promise the recipient and the order.
    let found = recipient.zip(order);
    Ok(found.map(|(recipient, order)| Checkout {
        session,
        account,
        recipient,
        order,
        payment,
    }))
}

async fn payment(
    connection: &mut Connection,
    id: &SessionId,
) -> Result<Option<CheckoutPayment>, StoreError> {
    let Some(payment) = payments::of_session(connection, id).await? else {
        return Ok(None);
    };
    let attempt = attempts::latest_of_payment(connection, &payment.reference).await?;
    Ok(attempt.map(|attempt| CheckoutPayment { payment, attempt }))
}
