//! What a column holds, whichever database it is in.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::{ColumnIndex, Database, Decode, Encode, QueryBuilder, Row, Type};

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Integer,
    Text,
    Bytes,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
}

/// What it holds in one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Cell {
    Integer(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

/// What the three kinds of cells need of a database.
pub(super) trait Holds<DB: Database>:
    Type<DB> + for<'q> Encode<'q, DB> + for<'r> Decode<'r, DB> + Send
{
}

impl<DB: Database, T> Holds<DB> for T where
    T: Type<DB> + for<'q> Encode<'q, DB> + for<'r> Decode<'r, DB> + Send
{
}

/// Reads the columns of a row, in their order.
pub(super) fn read<R: Row>(row: &R, columns: &[Column]) -> Result<Vec<Cell>, sqlx::Error>
where
    usize: ColumnIndex<R>,
    Option<i64>: Holds<R::Database>,
    Option<String>: Holds<R::Database>,
    Option<Vec<u8>>: Holds<R::Database>,
{
    let cells = columns.iter().enumerate().map(|(at, column)| {
        Ok(match column.kind {
            Kind::Integer => Cell::Integer(row.try_get(at)?),
            Kind::Text => Cell::Text(row.try_get(at)?),
            Kind::Bytes => Cell::Bytes(row.try_get(at)?),
        })
    });
    cells.collect()
}

/// Binds a value to a statement.
pub(super) fn bind<DB: Database>(query: &mut QueryBuilder<DB>, cell: &Cell)
where
    Option<i64>: Holds<DB>,
    Option<String>: Holds<DB>,
    Option<Vec<u8>>: Holds<DB>,
{
    match cell.clone() {
        Cell::Integer(value) => query.push_bind(value),
        Cell::Text(value) => query.push_bind(value),
        Cell::Bytes(value) => query.push_bind(value),
    };
}

/// Adds a value to a checksum, so that no two rows add the same.
pub(super) fn digest(sum: &mut Sha256, cell: &Cell) {
    let number;
    let (kind, bytes): (u8, Option<&[u8]>) = match cell {
        Cell::Integer(value) => {
            number = value.map(i64::to_be_bytes);
            (b'i', number.as_ref().map(<[u8; 8]>::as_slice))
        }
        Cell::Text(value) => (b't', value.as_ref().map(String::as_bytes)),
        Cell::Bytes(value) => (b'b', value.as_deref()),
    };
    sum.update([kind, u8::from(bytes.is_some())]);
    let bytes = bytes.unwrap_or_default();
    sum.update((bytes.len() as u64).to_be_bytes());
    sum.update(bytes);
}
