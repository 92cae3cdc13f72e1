//! Reading columns into values that cannot be wrong.

use std::str::FromStr;

use jiff::Timestamp;
use kassa_wire::{Currency, Money};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::{Column as _, Decode, Row as _, Type};

use super::dialect::{Database, Row};
use crate::store::StoreError;

/// What the column that a table's own stand behind is called in a row of several tables.
const BEHIND: &str = "behind_";

/// A row and the table that it is of, for saying what cannot be read.
#[derive(Clone, Copy)]
pub(super) struct Columns<'r> {
    row: &'r Row,
    table: &'static str,
    /// Where the table's columns begin; nothing where all of the row is the table's.
    from: Option<usize>,
}

impl<'r> Columns<'r> {
    pub(super) const fn of(table: &'static str, row: &'r Row) -> Self {
        Self {
            row,
            table,
            from: None,
        }
    }

    /// One table's columns in a row of several. Each table's stand behind a column of the key that
    /// it was joined by, called `behind_` and the table's name; nothing where that is NULL.
    pub(super) fn behind(table: &'static str, row: &'r Row) -> Result<Option<Self>, StoreError> {
        let is_its_key = |name: &str| name.strip_prefix(BEHIND) == Some(table);
        let columns = row.columns();
        let key = columns.iter().position(|it| is_its_key(it.name()));
        let key = key.ok_or(StoreError::Unreadable { table, column: "*" })?;
        let joined: Option<String> = row.try_get(key)?;
        Ok(joined.map(|_| Self {
            row,
            table,
            from: key.checked_add(1),
        }))
    }

    /// The same for a table that has a row for certain.
    pub(super) fn joined(table: &'static str, row: &'r Row) -> Result<Self, StoreError> {
        let unreadable = StoreError::Unreadable { table, column: "*" };
        Self::behind(table, row)?.ok_or(unreadable)
    }

    fn get<T: Decode<'r, Database> + Type<Database>>(
        &self,
        column: &'static str,
    ) -> Result<T, StoreError> {
        let Some(from) = self.from else {
            return Ok(self.row.try_get(column)?);
        };
        let columns = self.row.columns().iter().enumerate().skip(from);
        let mut own = columns.take_while(|(_, it)| !it.name().starts_with(BEHIND));
        let place = own.find(|(_, it)| it.name() == column);
        let (place, _) = place.ok_or_else(|| self.unreadable(column))?;
        Ok(self.row.try_get(place)?)
    }

    pub(super) fn unreadable(&self, column: &'static str) -> StoreError {
        StoreError::Unreadable {
            table: self.table,
            column,
        }
    }

    pub(super) fn text(&self, column: &'static str) -> Result<String, StoreError> {
        self.get(column)
    }

    pub(super) fn optional_text(&self, column: &'static str) -> Result<Option<String>, StoreError> {
        self.get(column)
    }

    pub(super) fn integer(&self, column: &'static str) -> Result<i64, StoreError> {
        self.get(column)
    }

    pub(super) fn count(&self, column: &'static str) -> Result<u64, StoreError> {
        let count = u64::try_from(self.integer(column)?);
        count.map_err(|_| self.unreadable(column))
    }

    pub(super) fn optional_integer(&self, column: &'static str) -> Result<Option<i64>, StoreError> {
        self.get(column)
    }

    pub(super) fn bytes(&self, column: &'static str) -> Result<Vec<u8>, StoreError> {
        self.get(column)
    }

    pub(super) fn parsed<T: FromStr>(&self, column: &'static str) -> Result<T, StoreError> {
        self.text(column)?
            .parse()
            .map_err(|_| self.unreadable(column))
    }

    pub(super) fn json<T: DeserializeOwned>(&self, column: &'static str) -> Result<T, StoreError> {
        serde_json::from_str(&self.text(column)?).map_err(|_| self.unreadable(column))
    }

    pub(super) fn optional_json<T: DeserializeOwned>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>, StoreError> {
        let text = self.optional_text(column)?;
        let value = text.map(|text| serde_json::from_str(&text)).transpose();
        value.map_err(|_| self.unreadable(column))
    }

    pub(super) fn word<T>(
        &self,
        column: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, StoreError> {
        read(&self.text(column)?).ok_or_else(|| self.unreadable(column))
    }

    pub(super) fn time(&self, column: &'static str) -> Result<Timestamp, StoreError> {
        let micros = self.integer(column)?;
        Timestamp::from_microsecond(micros).map_err(|_| self.unreadable(column))
    }

    pub(super) fn optional_time(
        &self,
        column: &'static str,
    ) -> Result<Option<Timestamp>, StoreError> {
        let micros: Option<i64> = self.get(column)?;
        let time = micros.map(Timestamp::from_microsecond).transpose();
        time.map_err(|_| self.unreadable(column))
    }

    pub(super) fn money(&self) -> Result<Money, StoreError> {
        let currency: Currency = self.parsed("currency")?;
        Ok(Money {
            amount: self.integer("amount_minor")?,
            currency,
        })
    }
}

/// A value as a JSON column.
pub(super) fn to_json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Database(Box::new(error)))
}
