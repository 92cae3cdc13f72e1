//! What both sides of a copy do.

use sha2::{Digest, Sha256};
use sqlx::{Database, QueryBuilder};

use super::cell::{Cell, Column, Holds, bind, digest};
use super::tables::Table;
use super::{CopyError, Progress};

/// How many rows are read at once.
pub(super) const BATCH: u32 = 500;

/// One of the two databases.
pub(super) trait Side {
    /// How many rows a table has.
    fn count(&mut self, table: &Table) -> impl Future<Output = Result<u64, CopyError>> + Send;

    /// The next rows after this key, in the order of keys: the first ones after none.
    fn after(
        &mut self,
        table: &Table,
        columns: &[Column],
        key: &[Cell],
    ) -> impl Future<Output = Result<Vec<Vec<Cell>>, CopyError>> + Send;
}

/// How many rows a table has, and a checksum of them all.
pub(super) async fn sum(
    side: &mut impl Side,
    table: &Table,
    columns: &[Column],
    progress: &mut dyn Progress,
) -> Result<(u64, Vec<u8>), CopyError> {
    let (mut sum, mut count) = (Sha256::new(), 0_u64);
    let mut key = Vec::new();
    loop {
        let rows = side.after(table, columns, &key).await?;
        let Some(last) = rows.last() else {
            return Ok((count, sum.finalize().to_vec()));
        };
        key = key_of(table, columns, last);
        for cell in rows.iter().flatten() {
            digest(&mut sum, cell);
        }
        let read = u64::try_from(rows.len()).unwrap_or_default();
        count = count.saturating_add(read);
        progress.advance(read);
    }
}

/// The start of a statement that reads these columns.
pub(super) fn select<DB: Database>(table: &Table, columns: &[Column]) -> QueryBuilder<DB> {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let (names, table) = (names.join(", "), table.name);
    QueryBuilder::new(format!("SELECT {names} FROM {table}"))
}

/// Only rows with a greater key.
pub(super) fn push_after<DB: Database>(query: &mut QueryBuilder<DB>, table: &Table, key: &[Cell])
where
    Option<i64>: Holds<DB>,
    Option<String>: Holds<DB>,
    Option<Vec<u8>>: Holds<DB>,
{
    query.push(format!(" WHERE ({}) > (", table.key.join(", ")));
    for (at, cell) in key.iter().enumerate() {
        query.push(if at == 0 { "" } else { ", " });
        bind(query, cell);
    }
    query.push(")");
}

/// What tells this row apart.
pub(super) fn key_of(table: &Table, columns: &[Column], row: &[Cell]) -> Vec<Cell> {
    let cells = table.key.iter().filter_map(|name| {
        let at = columns.iter().position(|column| column.name == *name)?;
        row.get(at).cloned()
    });
    cells.collect()
}
