//! From rows to recipients and orders.

use std::collections::BTreeMap;

use kassa_wire::AccountId;
use kassa_wire::problem::{FieldCode, FieldProblem};

use super::row::{Body, Row, Wrong};
use crate::copy::Progress;
use crate::domain::{Order, Recipient};
use crate::http::{Failure, read_order, read_recipient};

/// A thing that a file can hold.
pub(super) trait Thing: Sized {
    /// Reads one, as the API does.
    fn read(body: &Body, account: &AccountId) -> Result<Self, Vec<FieldProblem>>;

    /// What no two of them share, and its column.
    fn key(&self) -> (&'static str, &str);
}

/// Every row's thing with its line, or everything that is wrong.
pub(super) fn things<T: Thing>(
    rows: Vec<Row>,
    account: &AccountId,
    mut wrong: Wrong<'_>,
    progress: &mut dyn Progress,
) -> Result<(Vec<u64>, Vec<T>), Vec<String>> {
    let (mut lines, mut all) = (Vec::new(), Vec::new());
    let mut seen = BTreeMap::new();
    for row in rows {
        progress.advance(1);
        match read::<T>(&row, account) {
            Ok(thing) => {
                let (name, key) = thing.key();
                match seen.insert(key.to_owned(), row.line) {
                    None => {
                        lines.push(row.line);
                        all.push(thing);
                    }
                    Some(before) => {
                        wrong.add(row.line, &format!("{name}: the same as in line {before}"));
                    }
                }
            }
            Err(why) => wrong.add(row.line, &why),
        }
    }
    wrong.told().map_or(Ok((lines, all)), Err)
}

fn read<T: Thing>(row: &Row, account: &AccountId) -> Result<T, String> {
    let body = row.body.as_ref().map_err(Clone::clone)?;
    T::read(body, account).map_err(|problems| {
        let told = |one: &FieldProblem| format!("{}: {}", one.field, one.code.as_str());
        problems.iter().map(told).collect::<Vec<_>>().join(", ")
    })
}

impl Thing for Order {
    fn read(body: &Body, account: &AccountId) -> Result<Self, Vec<FieldProblem>> {
        read_order(body, account.clone()).map_err(|failure| problems(&failure))
    }

    fn key(&self) -> (&'static str, &str) {
        ("number", self.number.as_str())
    }
}

impl Thing for Recipient {
    fn read(body: &Body, account: &AccountId) -> Result<Self, Vec<FieldProblem>> {
        let id = body.get("id").and_then(|id| id.as_str()?.parse().ok());
        let id = id.ok_or_else(|| {
            let (field, code) = ("id".to_owned(), FieldCode::InvalidRecipientId);
            vec![FieldProblem { field, code }]
        })?;
        read_recipient(body, id, account.clone()).map_err(|failure| problems(&failure))
    }

    fn key(&self) -> (&'static str, &str) {
        ("id", self.id.as_str())
    }
}

fn problems(failure: &Failure) -> Vec<FieldProblem> {
    failure.to_problem("").errors
}
