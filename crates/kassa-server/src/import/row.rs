//! A row of a file.

use serde_json::{Map, Value};

/// What a row says, as a body of the API would say it.
pub(super) type Body = Map<String, Value>;

/// A row of a file.
#[derive(Debug)]
pub(super) struct Row {
    /// In which line it begins, counted from 1.
    pub(super) line: u64,
    /// What it says, or why it says nothing.
    pub(super) body: Result<Body, String>,
}

/// How many rows are blamed one by one.
const TOLD: usize = 20;

/// Everything wrong with a file, in its order.
#[derive(Debug)]
pub(super) struct Wrong<'f> {
    file: &'f str,
    lines: Vec<String>,
    more: usize,
}

impl<'f> Wrong<'f> {
    pub(super) const fn none(file: &'f str) -> Self {
        Self {
            file,
            lines: Vec::new(),
            more: 0,
        }
    }

    /// One more thing is wrong.
    pub(super) fn add(&mut self, line: u64, why: &str) {
        if self.lines.len() < TOLD {
            self.lines.push(format!("{}:{line}: {why}", self.file));
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// All of it, where there is any.
    pub(super) fn told(mut self) -> Option<Vec<String>> {
        if self.more > 0 {
            self.lines.push(format!("… and {} more", self.more));
        }
        (!self.lines.is_empty()).then_some(self.lines)
    }
}
