//! What a command answers: a table for people, a line of JSON for programs.

use std::fmt;
use std::io::{self, Write};

use serde_json::Value;

/// For whom an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For people and simple scripts.
    Text,
    /// For programs.
    Json,
}

/// What a command answers. It may hold a key that was just made, so it is printed and not logged.
pub struct Answer {
    /// For people and simple scripts, on the standard output.
    pub text: String,
    /// What is said beside it, on the standard error.
    pub remark: Option<String>,
    /// The same for programs.
    pub json: Value,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answer(***)")
    }
}

impl Answer {
    /// Writes it, and the remark to where people read it.
    ///
    /// # Errors
    /// Where nothing can be written there.
    pub fn print(&self, form: Form, mut out: impl Write, mut err: impl Write) -> io::Result<()> {
        match form {
            Form::Json => return writeln!(out, "{}", self.json),
            Form::Text => write!(out, "{}", self.text)?,
        }
        match &self.remark {
            Some(remark) => writeln!(err, "{remark}"),
            None => Ok(()),
        }
    }
}

/// Rows under their heads, in columns as wide as they need.
pub(super) fn table<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    let head = head.map(str::to_owned);
    let all = || std::iter::once(&head).chain(rows);
    let mut widths = [0; N];
    for row in all() {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(widths);
        let cells = cells.map(|(cell, width)| format!("{cell:width$}"));
        let line = cells.collect::<Vec<_>>().join("  ");
        format!("{}\n", line.trim_end())
    };
    all().map(line).collect()
}
