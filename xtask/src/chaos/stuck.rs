//! What is still under way, and must not be for ever.

use super::database::Database;
use crate::failure::Failure;

/// What nobody may be left waiting for: a name, and how to count it.
const WAITING: [(&str, &str); 8] = [
    (
        "attempts in flight",
        "SELECT CAST(COUNT(*) AS TEXT) FROM attempts
         WHERE state IN ('announced', 'started', 'requires_action', 'processing')",
    ),
    (
        "captures, voids and refunds in flight",
        "SELECT CAST(COUNT(*) AS TEXT) FROM operations WHERE state = 'initiated'",
    ),
    (
        "payments with money under way",
        "SELECT CAST(COUNT(*) AS TEXT) FROM payments
         WHERE capturing_minor <> 0 OR refunding_minor <> 0",
    ),
    (
        "sessions being paid",
        "SELECT CAST(COUNT(*) AS TEXT) FROM sessions WHERE state = 'paying'",
    ),
    (
        "orders kept for nobody",
        "SELECT CAST(COUNT(*) AS TEXT) FROM orders
         WHERE paying_session_id IS NOT NULL AND paid_at IS NULL",
    ),
    (
        "webhooks to be delivered",
        "SELECT CAST(COUNT(*) AS TEXT) FROM webhook_deliveries WHERE state = 'pending'",
    ),
    (
        "webhooks given up",
        "SELECT CAST(COUNT(*) AS TEXT) FROM webhook_deliveries WHERE state = 'parked'",
    ),
    (
        "idempotency keys that are locked",
        "SELECT CAST(COUNT(*) AS TEXT) FROM idempotency_keys WHERE state = 'running'",
    ),
];

/// Everything that is still under way, in words; nothing where all has settled.
pub(crate) async fn stuck(database: &Database) -> Result<Vec<String>, Failure> {
    let mut stuck = Vec::new();
    for (name, sql) in WAITING {
        let count = database.texts(sql).await?.concat();
        if count != "0" {
            stuck.push(format!("{count} {name}"));
        }
    }
    Ok(stuck)
}
