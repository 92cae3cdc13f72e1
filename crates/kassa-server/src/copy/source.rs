//! The SQLite file that is copied.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{AssertSqlSafe, ConnectOptions, QueryBuilder, Row, Sqlite, SqliteConnection};

use super::CopyError;
use super::cell::{Cell, Column, Kind, read};
use super::side::{BATCH, Side, push_after, select};
use super::tables::Table;
use crate::store::{SqliteStore, Upkeep};

/// How long to wait for whoever writes the file.
const BUSY: Duration = Duration::from_secs(5);

/// The file, which nobody else writes meanwhile.
#[derive(Debug)]
pub(super) struct Source {
    connection: SqliteConnection,
}

impl Source {
    /// Brings the file up to date and keeps everybody else from writing it.
    pub(super) async fn open(file: &Path) -> Result<Self, CopyError> {
        if !file.is_file() {
            return Err(CopyError::NoSource);
        }
        SqliteStore::open(file).await?.close().await;
        let options = SqliteConnectOptions::new()
            .filename(file)
            .busy_timeout(BUSY);
        let mut connection = options.connect().await?;
        let locked = sqlx::query("BEGIN IMMEDIATE").execute(&mut connection);
        locked.await.map_err(CopyError::SourceBusy)?;
        Ok(Self { connection })
    }

    /// The table's columns.
    pub(super) async fn columns(&mut self, table: &Table) -> Result<Vec<Column>, CopyError> {
        let rows = sqlx::query("SELECT name, type FROM pragma_table_info($1) ORDER BY cid")
            .bind(table.name)
            .fetch_all(&mut self.connection)
            .await?;
        let columns = rows.iter().map(|row| {
            let kind: String = row.try_get(1)?;
            Ok(Column {
                name: row.try_get(0)?,
                kind: match kind.as_str() {
                    "INTEGER" => Kind::Integer,
                    "BLOB" => Kind::Bytes,
                    _ => Kind::Text,
                },
            })
        });
        columns.collect()
    }
}

impl Side for Source {
    async fn count(&mut self, table: &Table) -> Result<u64, CopyError> {
        let sql = format!("SELECT COUNT(*) FROM {}", table.name);
        let count: i64 = sqlx::query_scalar(AssertSqlSafe(sql))
            .fetch_one(&mut self.connection)
            .await?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    async fn after(
        &mut self,
        table: &Table,
        columns: &[Column],
        key: &[Cell],
    ) -> Result<Vec<Vec<Cell>>, CopyError> {
        let mut query: QueryBuilder<Sqlite> = select(table, columns);
        if !key.is_empty() {
            push_after(&mut query, table, key);
        }
        query.push(format!(" ORDER BY {} LIMIT ", table.key.join(", ")));
        query.push_bind(i64::from(BATCH));
        let rows: Vec<SqliteRow> = query.build().fetch_all(&mut self.connection).await?;
        let rows = rows.iter().map(|row| Ok(read(row, columns)?));
        rows.collect()
    }
}
