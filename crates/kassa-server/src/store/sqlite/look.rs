//! Looking at a file without writing it.

use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

use super::dialect::MIGRATIONS;
use crate::store::StoreError;
use crate::store::look::{Found, Inside, MIGRATED};

/// Looks at a file that is there. Without a journal beside it nobody has it open, and it can be
/// read without one: SQLite would make one even for a reader.
pub(in crate::store) async fn look(file: &Path) -> Result<Found, StoreError> {
    let mut journal = file.as_os_str().to_owned();
    journal.push("-wal");
    let mut connection = SqliteConnectOptions::new()
        .filename(file)
        .read_only(true)
        .immutable(!Path::new(&journal).exists())
        .connect()
        .await?;
    let mut inside = Inside {
        tables: sqlx::query_scalar(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        )
        .fetch_all(&mut connection)
        .await?,
        ..Inside::default()
    };
    if inside.has(MIGRATED) {
        let done: Vec<(i64, Vec<u8>)> =
            sqlx::query_as("SELECT version, checksum FROM _sqlx_migrations WHERE success")
                .fetch_all(&mut connection)
                .await?;
        inside.migrations = done.into_iter().collect();
    }
    connection.close().await?;
    Ok(inside.judge(&MIGRATIONS))
}
