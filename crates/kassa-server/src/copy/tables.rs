//! Every table, each after those that it refers to.

/// A table, and the columns by which its rows are told apart and go over in order.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) key: &'static [&'static str],
}

/// All of them. Orders refer to sessions and sessions to orders: the one reference waits for the
/// end.
pub(super) const TABLES: &[Table] = &[
    table("accounts", &["id"]),
    table("logos", &["name"]),
    table("api_keys", &["id"]),
    table("recipients", &["id"]),
    table("orders", &["account_id", "number"]),
    table("sessions", &["id"]),
    table("payments", &["reference"]),
    table(
        "payment_words",
        &["payment_reference", "account_id", "word", "created_at"],
    ),
    table("attempts", &["sequence"]),
    table("operations", &["id"]),
    table("events", &["sequence"]),
    table("invitations", &["id"]),
    table("webhook_endpoints", &["id"]),
    table("webhook_deliveries", &["sequence"]),
    table("idempotency_keys", &["account_id", "key"]),
];

/// Numbered by the database: it has to go on after the last number that was copied.
pub(super) const NUMBERED: &[&str] = &["attempts", "events", "webhook_deliveries"];

const fn table(name: &'static str, key: &'static [&'static str]) -> Table {
    Table { name, key }
}
