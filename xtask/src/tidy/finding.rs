//! One broken rule.

use std::fmt;

/// Where a rule is broken, and which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// From the root.
    pub(crate) path: String,
    /// Counted from 1; none where the whole file is meant.
    pub(crate) line: Option<usize>,
    /// What should be otherwise.
    pub(crate) rule: String,
}

impl Finding {
    /// A whole file is not as it should be.
    pub(crate) fn of_file(path: &str, rule: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line: None,
            rule: rule.into(),
        }
    }

    /// A line, counted from 0, is not as it should be.
    pub(crate) fn of_line(path: &str, index: usize, rule: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line: Some(index.saturating_add(1)),
            rule: rule.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.rule),
            None => write!(f, "{}: {}", self.path, self.rule),
        }
    }
}
