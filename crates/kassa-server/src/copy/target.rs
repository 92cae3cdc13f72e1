//! The PostgreSQL database that is copied to.

use std::str::FromStr;

use sqlx::postgres::{PgConnectOptions, PgRow};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, Postgres, QueryBuilder};

use super::CopyError;
use super::cell::{Cell, Column, bind, read};
use super::side::{BATCH, Side, key_of, push_after, select};
use super::tables::{NUMBERED, TABLES, Table};
use crate::store::migrate_postgres;

/// What copiers lock, so that there is one at a time: any number that nothing else locks.
const LOCK: i64 = 0x6b61_7373_6163_7079;

/// The database, which no other copier writes meanwhile.
#[derive(Debug)]
pub(super) struct Target {
    connection: PgConnection,
}

impl Target {
    /// Makes the tables, and finds out whether it may be copied to.
    pub(super) async fn open(url: &str, source: &str) -> Result<Self, CopyError> {
        let mut connection = PgConnectOptions::from_str(url)?.connect().await?;
        let locked: bool = sqlx::query_scalar("SELECT pg_try_advisory_lock($1)")
            .bind(LOCK)
            .fetch_one(&mut connection)
            .await?;
        if !locked {
            return Err(CopyError::AnotherCopy);
        }
        migrate_postgres(&mut connection).await?;
        let mut target = Self { connection };
        target.claim(source).await?;
        Ok(target)
    }

    /// An empty database becomes this copy's own; its own unfinished copy is gone on with.
    async fn claim(&mut self, source: &str) -> Result<(), CopyError> {
        if let Some(before) = self.unfinished().await? {
            let source_file = before;
            return if source_file == source {
                Ok(())
            } else {
                Err(CopyError::OtherSource { source_file })
            };
        }
        for table in TABLES {
            if self.count(table).await? > 0 {
                let table = table.name;
                return Err(CopyError::NotEmpty { table });
            }
        }
        let mut transaction = self.connection.begin().await?;
        for statement in [
            "CREATE TABLE copying (table_name TEXT PRIMARY KEY, last_key TEXT NOT NULL)",
            "ALTER TABLE orders DROP CONSTRAINT orders_paying_session",
        ] {
            sqlx::query(statement).execute(&mut *transaction).await?;
        }
        sqlx::query("INSERT INTO copying (table_name, last_key) VALUES ('', $1)")
            .bind(source)
            .execute(&mut *transaction)
            .await?;
        Ok(transaction.commit().await?)
    }

    /// The file that an unfinished copy is of.
    async fn unfinished(&mut self) -> Result<Option<String>, CopyError> {
        let copying: bool = sqlx::query_scalar("SELECT to_regclass('copying') IS NOT NULL")
            .fetch_one(&mut self.connection)
            .await?;
        if !copying {
            return Ok(None);
        }
        let of = sqlx::query_scalar("SELECT last_key FROM copying WHERE table_name = ''");
        Ok(of.fetch_optional(&mut self.connection).await?)
    }

    /// The key of the last row of a table that went over.
    pub(super) async fn last_key(&mut self, table: &Table) -> Result<Vec<Cell>, CopyError> {
        let note: Option<String> =
            sqlx::query_scalar("SELECT last_key FROM copying WHERE table_name = $1")
                .bind(table.name)
                .fetch_optional(&mut self.connection)
                .await?;
        Ok(match note {
            Some(note) => serde_json::from_str(&note)?,
            None => Vec::new(),
        })
    }

    /// Writes rows and how far the copy came, both or neither.
    pub(super) async fn write(
        &mut self,
        table: &Table,
        columns: &[Column],
        rows: &[Vec<Cell>],
    ) -> Result<(), CopyError> {
        let Some(last) = rows.last() else {
            return Ok(());
        };
        let key = serde_json::to_string(&key_of(table, columns, last))?;
        let mut transaction = self.connection.begin().await?;
        let mut insert = insertion(table, columns, rows);
        insert.build().execute(&mut *transaction).await?;
        sqlx::query(
            "INSERT INTO copying (table_name, last_key) VALUES ($1, $2)
             ON CONFLICT (table_name) DO UPDATE SET last_key = excluded.last_key",
        )
        .bind(table.name)
        .bind(key)
        .execute(&mut *transaction)
        .await?;
        Ok(transaction.commit().await?)
    }

    /// The copy is whole: the database goes on from here as if it had always been its own.
    pub(super) async fn finish(&mut self) -> Result<(), CopyError> {
        let mut transaction = self.connection.begin().await?;
        for table in NUMBERED {
            let sql = format!(
                "SELECT setval(pg_get_serial_sequence('{table}', 'sequence'),
                     COALESCE(MAX(sequence), 1), MAX(sequence) IS NOT NULL) FROM {table}"
            );
            sqlx::query(AssertSqlSafe(sql))
                .execute(&mut *transaction)
                .await?;
        }
        for statement in [
            "ALTER TABLE orders ADD CONSTRAINT orders_paying_session
             FOREIGN KEY (paying_session_id) REFERENCES sessions (id)",
            "DROP TABLE copying",
        ] {
            sqlx::query(statement).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        sqlx::query("ANALYZE").execute(&mut self.connection).await?;
        Ok(())
    }
}

impl Side for Target {
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
        let mut query: QueryBuilder<Postgres> = select(table, columns);
        if !key.is_empty() {
            push_after(&mut query, table, key);
        }
        query.push(format!(" ORDER BY {} LIMIT ", table.key.join(", ")));
        query.push_bind(i64::from(BATCH));
        let rows: Vec<PgRow> = query.build().fetch_all(&mut self.connection).await?;
        let rows = rows.iter().map(|row| Ok(read(row, columns)?));
        rows.collect()
    }
}

fn insertion(table: &Table, columns: &[Column], rows: &[Vec<Cell>]) -> QueryBuilder<Postgres> {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let (names, table) = (names.join(", "), table.name);
    let mut query = QueryBuilder::new(format!("INSERT INTO {table} ({names}) VALUES "));
    for (number, row) in rows.iter().enumerate() {
        query.push(if number == 0 { "(" } else { "), (" });
        for (at, cell) in row.iter().enumerate() {
            query.push(if at == 0 { "" } else { ", " });
            bind(&mut query, cell);
        }
    }
    query.push(")");
    query
}
