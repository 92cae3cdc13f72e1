//! Bare durable commits: the most that this disk can promise in a second.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};

use crate::failure::Failure;
use crate::stopwatch::Stopwatch;

/// How often a row can be committed in a second to this file, opened as the server opens it: WAL,
/// `synchronous=FULL`, one writer.
pub(crate) async fn commits_a_second(file: &Path, time: Duration) -> Result<f64, Failure> {
    let mut connection = SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(5))
        .connect()
        .await?;
    sqlx::query("CREATE TABLE IF NOT EXISTS load_commits (id INTEGER PRIMARY KEY, at INTEGER)")
        .execute(&mut connection)
        .await?;
    let rate = commit(&mut connection, time).await?;
    sqlx::query("DROP TABLE load_commits")
        .execute(&mut connection)
        .await?;
    Ok(rate)
}

async fn commit(connection: &mut SqliteConnection, time: Duration) -> Result<f64, Failure> {
    let watch = Stopwatch::start();
    let mut done = 0.0;
    while watch.elapsed() < time {
        sqlx::query("INSERT INTO load_commits (at) VALUES (1)")
            .execute(&mut *connection)
            .await?;
        done += 1.0;
    }
    Ok(done / watch.elapsed().as_secs_f64())
}
