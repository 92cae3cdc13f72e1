//! An import, from the file to the last row.

use std::fs;
use std::path::Path;

use kassa_wire::AccountId;
use serde_json::json;

use super::row::{Row, Wrong};
use super::things::{Thing, things};
use super::{Format, ImportArgs, ImportError, What, csv_rows, json_rows};
use crate::administer::{Answer, which_account};
use crate::copy::Progress;
use crate::store::{Imported, Store};

/// What is imported, and from where.
struct Import<'f> {
    store: &'f dyn Store,
    account: AccountId,
    file: &'f str,
}

/// Imports a file, all of it or nothing.
///
/// # Errors
/// [`ImportError`]; nothing was imported then.
pub async fn import(
    store: &dyn Store,
    args: &ImportArgs,
    progress: &mut dyn Progress,
) -> Result<Answer, ImportError> {
    let file = args.file.display().to_string();
    let account = which_account(store, args.account.as_deref()).await?.id;
    let rows = rows(&args.file, &file, args)?;
    let import = Import {
        store,
        account,
        file: &file,
    };
    progress.begin("read", count(&rows), 0);
    let (imported, name) = match args.what {
        What::Recipients => (import.recipients(rows, progress).await?, "recipients"),
        What::Orders => (import.orders(rows, progress).await?, "orders"),
    };
    Ok(Answer {
        text: format!("{imported} {name} were imported.\n"),
        remark: None,
        json: json!({ "imported": imported }),
    })
}

fn rows(path: &Path, file: &str, args: &ImportArgs) -> Result<Vec<Row>, ImportError> {
    let format = args.format.or_else(|| Format::of(path));
    let format = format.ok_or_else(|| ImportError::Format(file.to_owned()))?;
    let text = fs::read(path).map_err(|source| ImportError::File {
        file: file.to_owned(),
        source,
    })?;
    match format {
        Format::Csv => csv_rows::rows(&text, args.what)
            .map_err(|why| ImportError::Rows(vec![format!("{file}:1: {why}")])),
        Format::JsonLines => Ok(json_rows::rows(&text)),
    }
}

impl Import<'_> {
    async fn recipients(
        &self,
        rows: Vec<Row>,
        progress: &mut dyn Progress,
    ) -> Result<u64, ImportError> {
        let (lines, recipients) = self.read(rows, progress)?;
        progress.begin("written", count(&lines), 0);
        let imported = self.store.import_recipients(&recipients).await?;
        self.ended(imported, &lines, progress)
    }

    async fn orders(
        &self,
        rows: Vec<Row>,
        progress: &mut dyn Progress,
    ) -> Result<u64, ImportError> {
        let (lines, orders) = self.read(rows, progress)?;
        progress.begin("written", count(&lines), 0);
        let imported = self.store.import_orders(&orders).await?;
        self.ended(imported, &lines, progress)
    }

    fn read<T: Thing>(
        &self,
        rows: Vec<Row>,
        progress: &mut dyn Progress,
    ) -> Result<(Vec<u64>, Vec<T>), ImportError> {
        let wrong = Wrong::none(self.file);
        things(rows, &self.account, wrong, progress).map_err(ImportError::Rows)
    }

    fn ended(
        &self,
        imported: Imported,
        lines: &[u64],
        progress: &mut dyn Progress,
    ) -> Result<u64, ImportError> {
        match imported {
            Imported::All => {
                progress.advance(count(lines));
                Ok(count(lines))
            }
            Imported::Refused { row, why } => {
                let mut wrong = Wrong::none(self.file);
                let line = lines.get(row).copied().unwrap_or_default();
                wrong.add(line, &why.to_string());
                Err(ImportError::Rows(wrong.told().unwrap_or_default()))
            }
        }
    }
}

fn count<T>(rows: &[T]) -> u64 {
    u64::try_from(rows.len()).unwrap_or(u64::MAX)
}
