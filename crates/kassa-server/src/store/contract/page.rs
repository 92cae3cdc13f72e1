//! Lists, page by page.

/// One page of a list. The next one begins after its last row: a page far down costs what the
/// first one costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// Its rows, in the list's order.
    pub rows: Vec<T>,
    /// Whether there are more after it.
    pub more: bool,
}

impl<T> Page<T> {
    /// A page of so many rows at the most, of rows among which there may be one more.
    pub(in crate::store) fn of(mut rows: Vec<T>, most: u32) -> Self {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let more = rows.len() > most;
        rows.truncate(most);
        Self { rows, more }
    }
}
