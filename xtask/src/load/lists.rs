//! Lists of payments: the same questions to a merchant with a thousand payments and to one with a
//! million.

use std::time::Duration;

use serde::Deserialize;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};

use super::client::{Connection, Question};
use super::ground::Ground;
use super::start::milliseconds_to_answer;
use crate::bench::Spread;
use crate::failure::Failure;
use crate::stopwatch::Stopwatch;

/// How many payments the small merchant has.
pub(crate) const FEW: u32 = 1_000;

/// How many the large one has.
pub(crate) const MANY: u32 = 1_000_000;

/// How often each question is asked; the median counts.
const ASKED: usize = 60;

/// One question, by the name that the report gives it.
struct Asked {
    name: &'static str,
    query: String,
}

/// What a question took, in milliseconds.
pub(crate) struct Taken {
    /// Which question.
    pub(crate) name: &'static str,
    /// How long, the median.
    pub(crate) milliseconds: f64,
}

#[derive(Deserialize)]
struct Page {
    next_cursor: Option<String>,
}

/// Asks everything of a merchant with so many payments.
pub(crate) async fn times(ground: &mut Ground, payments: u32) -> Result<Vec<Taken>, Failure> {
    ground.stop();
    fill(ground, payments).await?;
    ground.start()?;
    milliseconds_to_answer(ground).await?;
    let mut connection = Connection::open(ground.server).await?;
    let bearer = format!("Bearer {}", ground.api_key);
    let mut times = Vec::new();
    for asked in questions(&mut connection, &bearer, payments).await? {
        let mut taken = Vec::new();
        for _ in 0..ASKED {
            let path = format!("/api/payments?{}", asked.query);
            let watch = Stopwatch::start();
            page(&mut connection, &bearer, &path).await?;
            taken.push(milliseconds(watch.elapsed()));
        }
        times.push(Taken {
            name: asked.name,
            milliseconds: Spread::of(taken).map_or(0.0, |spread| spread.median),
        });
    }
    Ok(times)
}

/// Every filter there is, alone and together, on the first page and in the middle.
async fn questions(
    connection: &mut Connection,
    bearer: &str,
    payments: u32,
) -> Result<Vec<Asked>, Failure> {
    let recipient = Ground::RECIPIENT;
    let middle = at(payments / 2);
    let first = page(connection, bearer, &format!("/api/payments?to={middle}")).await?;
    let cursor = first.next_cursor.unwrap_or_default();
    let last = payments.saturating_sub(1);
    let asked = |name, query: String| Asked { name, query };
    Ok(vec![
        asked("the first page", String::new()),
        asked("the middle", format!("cursor={cursor}")),
        asked("a state", "status=declined".to_owned()),
        asked("a recipient", format!("recipient={recipient}")),
        asked(
            "a recipient and a state",
            format!("recipient={recipient}&status=captured"),
        ),
        asked("a time", format!("from={}&to={middle}", at(payments / 4))),
        asked("a reference", format!("query={recipient}{last:09}")),
        asked("a name that all have", "query=amina".to_owned()),
        asked("two names", "query=amina%20n7".to_owned()),
        asked(
            "a name and a state",
            "query=amina&status=declined".to_owned(),
        ),
    ])
}

/// When the nth payment was made: one a second, as the rows say.
fn at(nth: u32) -> String {
    let seconds = i64::from(FIRST).saturating_add(i64::from(nth));
    let time = jiff::Timestamp::from_second(seconds).unwrap_or_default();
    time.to_string()
}

async fn page(connection: &mut Connection, bearer: &str, path: &str) -> Result<Page, Failure> {
    let question = Question::get(path).with("authorization", bearer);
    connection.ask(question).await?.json()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// When the first payment was made, in seconds since 1970.
const FIRST: u32 = 1_700_000_000;

/// A payer in a thousand has each last name; a payment in four was declined, one in ten is another
/// recipient's.
const ROWS: &str = "
    CREATE TEMP TABLE made AS
    WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $1)
    SELECT i, (1700000000 + i) * 1000000 AS at, r.account_id AS account, r.currency AS currency,
           CASE i % 10 WHEN 0 THEN (SELECT MAX(id) FROM recipients WHERE account_id = r.account_id)
                       ELSE r.id END AS recipient,
           printf('LIST-%07d', i) AS number, printf('cs_%024d', i) AS session,
           printf('FWU%09d', i) AS payment, printf('att_%016d', i) AS attempt, i % 4 > 0 AS paid
    FROM n, recipients r WHERE r.id = 'FWU'";

/// Tables in an order that their references allow.
const STATEMENTS: [&str; 5] = [
    "INSERT INTO orders (account_id, number, country, currency, amount_minor, lines, search)
     SELECT account, number, 'ES', currency, 485000, '[]', '' FROM made",
    "INSERT INTO sessions (id, account_id, recipient_id, order_number, amount_minor, currency,
         metadata, payer, version, state, attempt_id, created_at, expires_at)
     SELECT session, account, recipient, number, 485000, currency, '{}', '{}', 4,
         CASE WHEN paid THEN 'complete' ELSE 'cancelled' END, CASE WHEN paid THEN attempt END,
         at, at + 7200000000 FROM made",
    "INSERT INTO payments (reference, account_id, session_id, recipient_id, order_number,
         amount_minor, captured_minor, capture_final, currency, processor, state, created_at,
         updated_at)
     SELECT payment, account, session, recipient, number, 485000,
         CASE WHEN paid THEN 485000 ELSE 0 END, paid, currency, 'sandbox',
         CASE WHEN paid THEN 'captured' ELSE 'declined' END, at, at FROM made",
    "INSERT INTO attempts (id, payment_reference, session_id, attempt_key, fingerprint, method,
         processor, state, decline, created_at, updated_at)
     SELECT attempt, payment, session, attempt, x'00', 'card', 'sandbox',
         CASE WHEN paid THEN 'captured' ELSE 'declined' END,
         CASE WHEN paid THEN NULL ELSE 'declined' END, at, at FROM made",
    "INSERT INTO payment_words (account_id, word, created_at, payment_reference)
     SELECT account, lower(payment), at, payment FROM made
     UNION ALL SELECT account, lower(number), at, payment FROM made
     UNION ALL SELECT account, 'amina', at, payment FROM made
     UNION ALL SELECT account, 'n' || (i % 1000), at, payment FROM made",
];

/// Writes the payments, and whatever belongs to them, as a server would have over the years.
async fn fill(ground: &Ground, payments: u32) -> Result<(), Failure> {
    let mut connection = SqliteConnectOptions::new()
        .filename(ground.database())
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Off)
        .pragma("cache_size", "-1000000")
        .pragma("temp_store", "memory")
        .connect()
        .await?;
    run(&mut connection, payments).await
}

async fn run(connection: &mut SqliteConnection, payments: u32) -> Result<(), Failure> {
    sqlx::query(ROWS)
        .bind(i64::from(payments))
        .execute(&mut *connection)
        .await?;
    for statement in STATEMENTS {
        sqlx::query(statement).execute(&mut *connection).await?;
    }
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
        .execute(connection)
        .await?;
    Ok(())
}
