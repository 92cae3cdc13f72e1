//! What a file says, before any store is asked.

use kassa_wire::AccountId;

use super::row::{Row, Wrong};
use super::things::{Thing, things};
use super::{Format, What, csv_rows, json_rows};
use crate::copy::Progress;
use crate::domain::{Order, Recipient};

/// A file's things, each with the line that it begins in; or all that is wrong, a line each.
pub type Said<T> = Result<(Vec<u64>, Vec<T>), Vec<String>>;

/// A file as it was read.
#[derive(Clone, Copy, Debug)]
pub struct ImportFile<'f> {
    /// Its name, as it is blamed.
    pub name: &'f str,
    /// How it is written.
    pub format: Format,
    /// What it holds.
    pub text: &'f [u8],
}

impl ImportFile<'_> {
    /// Its recipients.
    ///
    /// # Errors
    /// All that is wrong; then there are none.
    pub fn recipients(&self, account: &AccountId, progress: &mut dyn Progress) -> Said<Recipient> {
        self.read(What::Recipients, account, progress)
    }

    /// Its orders.
    ///
    /// # Errors
    /// All that is wrong; then there are none.
    pub fn orders(&self, account: &AccountId, progress: &mut dyn Progress) -> Said<Order> {
        self.read(What::Orders, account, progress)
    }

    fn read<T: Thing>(
        &self,
        what: What,
        account: &AccountId,
        progress: &mut dyn Progress,
    ) -> Said<T> {
        let rows = self.rows(what)?;
        progress.begin("read", count(&rows), 0);
        things(rows, account, Wrong::none(self.name), progress)
    }

    fn rows(&self, what: What) -> Result<Vec<Row>, Vec<String>> {
        match self.format {
            Format::Csv => csv_rows::rows(self.text, what)
                .map_err(|(line, why)| vec![format!("{}:{line}: {why}", self.name)]),
            Format::JsonLines => Ok(json_rows::rows(self.text)),
        }
    }
}

pub(super) fn count<T>(rows: &[T]) -> u64 {
    u64::try_from(rows.len()).unwrap_or(u64::MAX)
}
