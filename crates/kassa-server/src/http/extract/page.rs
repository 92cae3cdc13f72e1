//! Which page of a list.

use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kassa_wire::merchant::List;
use kassa_wire::problem::{FieldCode, ProblemCode};

use super::Query;
use crate::http::Failure;
use crate::store::Page;

/// How many rows a page has where nothing is said, and how many it may have.
const MOST: u32 = 100;

/// Where a page begins, and how long it may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::http) struct Wanted<T> {
    /// The last row of the page before.
    pub(in crate::http) after: Option<T>,
    /// How many rows at the most.
    pub(in crate::http) most: u32,
}

impl<T: FromStr> Wanted<T> {
    /// Reads `cursor` and `limit`. A cursor belongs to one list: another list's is refused.
    pub(in crate::http) fn read(query: &Query, list: &str) -> Result<Self, Failure> {
        let after = match query.get("cursor") {
            Some(cursor) => Some(last_row(list, cursor).ok_or_else(invalid_cursor)?),
            None => None,
        };
        let most = match query.get("limit") {
            Some(limit) => read_limit(limit)?,
            None => MOST,
        };
        Ok(Self { after, most })
    }
}

/// A page as it is answered, with the cursor of the next one where there is one.
pub(in crate::http) fn list<R, T>(
    page: &Page<R>,
    name: &str,
    (row, id): (impl Fn(&R) -> T, impl Fn(&R) -> String),
) -> List<T> {
    let last = page.rows.last().filter(|_| page.more);
    List {
        data: page.rows.iter().map(row).collect(),
        next_cursor: last.map(|last| URL_SAFE_NO_PAD.encode(format!("{name}:{}", id(last)))),
    }
}

fn last_row<T: FromStr>(list: &str, cursor: &str) -> Option<T> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    text.strip_prefix(list)?.strip_prefix(':')?.parse().ok()
}

fn read_limit(text: &str) -> Result<u32, Failure> {
    let limit = text.parse().ok().filter(|limit| (1..=MOST).contains(limit));
    limit.ok_or_else(|| {
        let detail = "A page has 1 to 100 rows.";
        Failure::new(ProblemCode::InvalidField, detail).blaming("limit", FieldCode::Invalid)
    })
}

fn invalid_cursor() -> Failure {
    let detail = "Send a next_cursor that this list gave, or none.";
    Failure::new(ProblemCode::InvalidCursor, detail)
}
