//! A copy, from the first row to the last comparison.

use std::fmt;

use super::side::{Side, key_of, sum};
use super::source::Source;
use super::tables::{TABLES, Table};
use super::target::Target;
use super::{CopyError, Progress};
use crate::store::DatabaseAddress;

/// A table that is the same on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Its name.
    pub table: &'static str,
    /// How many rows it has.
    pub rows: u64,
    /// The SHA-256 of them all.
    pub checksum: Vec<u8>,
}

impl Copied {
    /// The checksum as `sha256sum` writes it.
    #[must_use]
    pub fn checksum_text(&self) -> String {
        let digits = self.checksum.iter().map(|byte| format!("{byte:02x}"));
        digits.collect()
    }
}

impl fmt::Display for Copied {
    /// A line of the table at the end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let checksum = self.checksum_text();
        write!(f, "{:20} {:>12} rows  {checksum}", self.table, self.rows)
    }
}

/// Copies everything, or goes on with a copy that was interrupted, and compares both sides.
///
/// # Errors
/// [`CopyError`]. What went over stays, and the next copy goes on after it.
pub async fn copy(
    from: &DatabaseAddress,
    to: &DatabaseAddress,
    progress: &mut dyn Progress,
) -> Result<Vec<Copied>, CopyError> {
    let (DatabaseAddress::Sqlite(file), DatabaseAddress::Postgres(url)) = (from, to) else {
        return Err(CopyError::Direction);
    };
    let mut source = Source::open(file).await?;
    let name = std::path::absolute(file).unwrap_or_else(|_| file.clone());
    let mut target = Target::open(url, &name.to_string_lossy()).await?;
    for table in TABLES {
        copy_table(&mut source, &mut target, table, progress).await?;
    }
    let mut copied = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        copied.push(compare(&mut source, &mut target, table, progress).await?);
    }
    target.finish().await?;
    Ok(copied)
}

async fn copy_table(
    source: &mut Source,
    target: &mut Target,
    table: &Table,
    progress: &mut dyn Progress,
) -> Result<(), CopyError> {
    let columns = source.columns(table).await?;
    let mut key = target.last_key(table).await?;
    let before = target.count(table).await?;
    progress.begin(table.name, source.count(table).await?, before);
    loop {
        let rows = source.after(table, &columns, &key).await?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        key = key_of(table, &columns, last);
        target.write(table, &columns, &rows).await?;
        progress.advance(u64::try_from(rows.len()).unwrap_or_default());
    }
}

async fn compare(
    source: &mut Source,
    target: &mut Target,
    table: &'static Table,
    progress: &mut dyn Progress,
) -> Result<Copied, CopyError> {
    let columns = source.columns(table).await?;
    let rows = source.count(table).await?;
    progress.begin(
        &format!("{}, compared", table.name),
        rows.saturating_mul(2),
        0,
    );
    let here = sum(source, table, &columns, progress).await?;
    let there = sum(target, table, &columns, progress).await?;
    if here != there {
        return Err(CopyError::Differs { table: table.name });
    }
    let (rows, checksum) = here;
    Ok(Copied {
        table: table.name,
        rows,
        checksum,
    })
}
