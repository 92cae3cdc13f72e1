//! Both sides' books after everything has settled: the processor's, Kassa's, and the merchant's.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::asker::{Asker, Question};
use super::database::Database;
use super::dice::Dice;
use super::receiver::Taken;
use crate::failure::Failure;

/// Everything that has to agree.
#[derive(Clone, Debug, Default)]
pub(crate) struct Books {
    /// The processor's charges.
    pub(crate) charges: Vec<Charge>,
    /// Kassa's attempts.
    pub(crate) attempts: Vec<Attempt>,
    /// Kassa's payments.
    pub(crate) payments: Vec<Payment>,
    /// Kassa's captures, voids and refunds.
    pub(crate) operations: Vec<Operation>,
    /// The order of each session that is complete.
    pub(crate) complete: Vec<Complete>,
    /// What was to be delivered, in its order.
    pub(crate) deliveries: Vec<Delivery>,
    /// What the merchant's receiver took, in its order.
    pub(crate) taken: Vec<Taken>,
    /// The sessions of which payers were told that they are paid.
    pub(crate) told_paid: BTreeSet<String>,
    /// The captures, voids and refunds of which merchants were told, and how each stood then.
    pub(crate) told_moved: BTreeMap<String, String>,
    /// Kassa's sessions.
    pub(crate) sessions: BTreeSet<String>,
    /// The sessions of which merchants were told.
    pub(crate) told_opened: BTreeSet<String>,
    /// The orders of which merchants were told that they are paid.
    pub(crate) told_order_paid: BTreeSet<String>,
    /// What Kassa told of captures, voids and refunds.
    pub(crate) tellings: Vec<Telling>,
}

/// One charge, as the processor has it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Charge {
    pub(crate) attempt: String,
    pub(crate) reference: String,
    pub(crate) amount: i64,
    pub(crate) captured: i64,
    pub(crate) refunded: i64,
    pub(crate) state: String,
    pub(crate) operations: Vec<Done>,
}

/// One capture, void or refund, as the processor has it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Done {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) amount: i64,
    pub(crate) state: String,
}

/// One attempt, as Kassa has it.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    pub(crate) id: String,
    pub(crate) payment: String,
    pub(crate) state: String,
    /// Why it was declined; empty where it was not.
    pub(crate) decline: String,
}

/// One payment, as Kassa has it.
#[derive(Clone, Debug)]
pub(crate) struct Payment {
    pub(crate) reference: String,
    pub(crate) session: String,
    pub(crate) state: String,
    pub(crate) amount: i64,
    pub(crate) captured: i64,
    pub(crate) refunded: i64,
}

/// One capture, void or refund, as Kassa has it.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) payment: String,
    pub(crate) kind: String,
    pub(crate) amount: i64,
    pub(crate) state: String,
}

/// One event.
#[derive(Clone, Debug)]
pub(crate) struct Telling {
    pub(crate) event: String,
    /// Of which capture, void or refund; empty where it is of none.
    pub(crate) operation: String,
}

/// A session that is complete.
#[derive(Clone, Debug)]
pub(crate) struct Complete {
    pub(crate) session: String,
    pub(crate) order: String,
}

/// One event for one endpoint.
#[derive(Clone, Debug)]
pub(crate) struct Delivery {
    /// The endpoint's path.
    pub(crate) path: String,
    pub(crate) session: String,
    pub(crate) event: String,
}

const ATTEMPTS: &str =
    "SELECT id || '|' || payment_reference || '|' || state || '|' || COALESCE(decline, '')
     FROM attempts ORDER BY id";

const PAYMENTS: &str =
    "SELECT reference || '|' || session_id || '|' || state || '|' || CAST(amount_minor AS TEXT)
       || '|' || CAST(captured_minor AS TEXT) || '|' || CAST(refunded_minor AS TEXT)
     FROM payments ORDER BY reference";

const OPERATIONS: &str = "SELECT id || '|' || payment_reference || '|' || kind
       || '|' || CAST(amount_minor AS TEXT) || '|' || state
     FROM operations ORDER BY id";

const TELLINGS: &str =
    "SELECT kind || '|' || COALESCE(operation_id, '') FROM events ORDER BY sequence";

const SESSIONS: &str = "SELECT id FROM sessions ORDER BY id";

const COMPLETE: &str =
    "SELECT id || '|' || order_number FROM sessions WHERE state = 'complete' ORDER BY id";

/// Every event for every endpoint, whether or not the outbox ever had it.
const DELIVERIES: &str = "SELECT e.url || '|' || v.session_id || '|' || v.id
     FROM events v CROSS JOIN webhook_endpoints e
     LEFT JOIN webhook_deliveries d ON d.event_id = v.id AND d.endpoint_id = e.id
     ORDER BY d.sequence, v.sequence";

impl Books {
    /// Reads what the processor and Kassa have.
    pub(crate) async fn read(
        asker: &Asker,
        database: &Database,
        dice: &mut Dice,
    ) -> Result<Self, Failure> {
        let reply = asker.ask(&Question::get("/sandbox/ledger"), dice).await?;
        let charges = serde_json::from_value(reply.body)
            .map_err(|error| Failure::answer("the sandbox's ledger", error.to_string()))?;
        Ok(Self {
            charges,
            attempts: attempts(database).await?,
            payments: payments(database).await?,
            operations: operations(database).await?,
            tellings: tellings(database).await?,
            sessions: database.texts(SESSIONS).await?.into_iter().collect(),
            complete: complete(database).await?,
            deliveries: deliveries(database).await?,
            ..Self::default()
        })
    }
}

async fn attempts(database: &Database) -> Result<Vec<Attempt>, Failure> {
    let rows = database.rows(ATTEMPTS).await?;
    let attempt = |[id, payment, state, decline]: [String; 4]| Attempt {
        id,
        payment,
        state,
        decline,
    };
    Ok(rows.into_iter().map(attempt).collect())
}

async fn payments(database: &Database) -> Result<Vec<Payment>, Failure> {
    let rows = database.rows(PAYMENTS).await?;
    let payment = |[reference, session, state, amount, captured, refunded]: [String; 6]| {
        Ok(Payment {
            reference,
            session,
            state,
            amount: minor(&amount)?,
            captured: minor(&captured)?,
            refunded: minor(&refunded)?,
        })
    };
    rows.into_iter().map(payment).collect()
}

async fn operations(database: &Database) -> Result<Vec<Operation>, Failure> {
    let rows = database.rows(OPERATIONS).await?;
    let operation = |[id, payment, kind, amount, state]: [String; 5]| {
        Ok(Operation {
            id,
            payment,
            kind,
            amount: minor(&amount)?,
            state,
        })
    };
    rows.into_iter().map(operation).collect()
}

async fn tellings(database: &Database) -> Result<Vec<Telling>, Failure> {
    let rows = database.rows(TELLINGS).await?;
    let telling = |[event, operation]: [String; 2]| Telling { event, operation };
    Ok(rows.into_iter().map(telling).collect())
}

async fn complete(database: &Database) -> Result<Vec<Complete>, Failure> {
    let rows = database.rows(COMPLETE).await?;
    let complete = |[session, order]: [String; 2]| Complete { session, order };
    Ok(rows.into_iter().map(complete).collect())
}

async fn deliveries(database: &Database) -> Result<Vec<Delivery>, Failure> {
    let rows = database.rows(DELIVERIES).await?;
    let delivery = |[url, session, event]: [String; 3]| Delivery {
        path: format!("/{}", url.rsplit('/').next().unwrap_or_default()),
        session,
        event,
    };
    Ok(rows.into_iter().map(delivery).collect())
}

fn minor(text: &str) -> Result<i64, Failure> {
    text.parse()
        .map_err(|_| Failure::answer("the database", format!("{text} is an amount")))
}
