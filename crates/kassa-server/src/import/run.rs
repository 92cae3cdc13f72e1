//! An import, from the file to the last row.

use std::fs;
use std::path::Path;

use kassa_wire::AccountId;
use serde_json::json;

use super::file::count;
use super::row::Wrong;
use super::{Format, ImportArgs, ImportError, ImportFile, What};
use crate::administer::{Answer, which_account};
use crate::copy::Progress;
use crate::store::{Imported, Store};

/// What is imported, and from where.
struct Import<'f> {
    store: &'f dyn Store,
    account: AccountId,
    file: ImportFile<'f>,
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
    let format = args.format.or_else(|| Format::of(&args.file));
    let import = Import {
        store,
        account,
        file: ImportFile {
            name: &file,
            format: format.ok_or_else(|| ImportError::Format(file.clone()))?,
            text: &contents(&args.file, &file)?,
        },
    };
    let (imported, name) = match args.what {
        What::Recipients => (import.recipients(progress).await?, "recipients"),
        What::Orders => (import.orders(progress).await?, "orders"),
    };
    Ok(Answer {
        text: format!("{imported} {name} were imported.\n"),
        remark: None,
        json: json!({ "imported": imported }),
    })
}

fn contents(path: &Path, file: &str) -> Result<Vec<u8>, ImportError> {
    fs::read(path).map_err(|source| ImportError::File {
        file: file.to_owned(),
        source,
    })
}

impl Import<'_> {
    async fn recipients(&self, progress: &mut dyn Progress) -> Result<u64, ImportError> {
        let read = self.file.recipients(&self.account, progress);
        let (lines, recipients) = read.map_err(ImportError::Rows)?;
        progress.begin("written", count(&lines), 0);
        let imported = self.store.import_recipients(&recipients).await?;
        self.ended(imported, &lines, progress)
    }

    async fn orders(&self, progress: &mut dyn Progress) -> Result<u64, ImportError> {
        let read = self.file.orders(&self.account, progress);
        let (lines, orders) = read.map_err(ImportError::Rows)?;
        progress.begin("written", count(&lines), 0);
        let imported = self.store.import_orders(&orders).await?;
        self.ended(imported, &lines, progress)
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
                let mut wrong = Wrong::none(self.file.name);
                let line = lines.get(row).copied().unwrap_or_default();
                wrong.add(line, &why.to_string());
                Err(ImportError::Rows(wrong.told().unwrap_or_default()))
            }
        }
    }
}
