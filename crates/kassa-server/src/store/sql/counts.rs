//! How much there is of what: for those who watch the server.

use super::columns::Columns;
use super::dialect::Connection;
use crate::store::words::payment_state_of;
use crate::store::{Outbox, PaymentCount, StoreError};

pub(super) async fn outbox(connection: &mut Connection) -> Result<Outbox, StoreError> {
    let row = sqlx::query(
        "SELECT (SELECT COUNT(*) FROM webhook_deliveries WHERE state = 'pending') AS pending,
             (SELECT MIN(created_at) FROM webhook_deliveries WHERE state = 'pending') AS oldest,
             (SELECT COUNT(*) FROM webhook_deliveries WHERE state = 'parked') AS parked",
    )
    .fetch_one(connection)
    .await?;
    let row = Columns::of("webhook_deliveries", &row);
    Ok(Outbox {
        pending: row.count("pending")?,
        oldest: row.optional_time("oldest")?,
        parked: row.count("parked")?,
    })
}

pub(super) async fn payments(connection: &mut Connection) -> Result<Vec<PaymentCount>, StoreError> {
    let rows = sqlx::query(
        "SELECT processor, state, COUNT(*) AS count FROM payments
         GROUP BY processor, state ORDER BY processor, state",
    )
    .fetch_all(connection)
    .await?;
    let counts = rows.iter().map(|row| {
        let row = Columns::of("payments", row);
        Ok(PaymentCount {
            processor: row.text("processor")?,
            state: row.word("state", payment_state_of)?,
            count: row.count("count")?,
        })
    });
    counts.collect()
}
