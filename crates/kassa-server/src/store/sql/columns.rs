//! Reading columns into values that cannot be wrong.

use std::str::FromStr;

use jiff::Timestamp;
use kassa_wire::{Currency, Money};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::Row as _;

use super::dialect::Row;
use crate::store::StoreError;

/// A row and the table that it is of, for saying what cannot be read.
#[derive(Clone, Copy)]
pub(super) struct Columns<'r> {
    row: &'r Row,
    table: &'static str,
}

impl<'r> Columns<'r> {
    pub(super) const fn of(table: &'static str, row: &'r Row) -> Self {
        Self { row, table }
    }

    pub(super) fn unreadable(&self, column: &'static str) -> StoreError {
        StoreError::Unreadable {
            table: self.table,
            column,
        }
    }

    pub(super) fn text(&self, column: &'static str) -> Result<String, StoreError> {
        Ok(self.row.try_get(column)?)
    }

    pub(super) fn optional_text(&self, column: &'static str) -> Result<Option<String>, StoreError> {
        Ok(self.row.try_get(column)?)
    }

    pub(super) fn integer(&self, column: &'static str) -> Result<i64, StoreError> {
        Ok(self.row.try_get(column)?)
    }

    pub(super) fn count(&self, column: &'static str) -> Result<u64, StoreError> {
        let count = u64::try_from(self.integer(column)?);
        count.map_err(|_| self.unreadable(column))
    }

    pub(super) fn optional_integer(&self, column: &'static str) -> Result<Option<i64>, StoreError> {
        Ok(self.row.try_get(column)?)
    }

    pub(super) fn bytes(&self, column: &'static str) -> Result<Vec<u8>, StoreError> {
        Ok(self.row.try_get(column)?)
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
        let micros: Option<i64> = self.row.try_get(column)?;
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
