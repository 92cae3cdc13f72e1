//! Looking at a database without writing it.

use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection};

use super::dialect::MIGRATIONS;
use crate::store::StoreError;
use crate::store::look::{Found, Inside, MIGRATED};

/// Looks at the tables that statements would find.
pub(in crate::store) async fn look(url: &str) -> Result<Found, StoreError> {
    let options = PgConnectOptions::from_str(url)?
        .application_name("kassa-server")
        .options([("default_transaction_read_only", "on")]);
    let mut connection = options.connect().await?;
    let mut inside = Inside {
        tables: sqlx::query_scalar(
            "SELECT tablename::text FROM pg_tables
             WHERE schemaname = ANY (current_schemas(false))",
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
