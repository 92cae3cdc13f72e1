//! The file of settings: TOML, one line a setting.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use clap::Arg;
use toml::{Spanned, Value};

use super::known::refusal;

/// What the file says.
#[derive(Debug, Default)]
pub(super) struct File {
    lines: Vec<Line>,
}

/// One setting in the file, with its values as flags would have them.
#[derive(Debug)]
pub(super) struct Line {
    number: usize,
    pub(super) setting: String,
    pub(super) values: Vec<String>,
}

/// Reads the file; says everything that is wrong with it.
pub(super) fn read(path: &Path, known: &[Arg]) -> Result<File, Vec<String>> {
    let text = fs::read_to_string(path).map_err(|error| vec![unreadable(path, &error)])?;
    let mut lines = Vec::new();
    let mut wrong = Vec::new();
    for line in parse(&text).map_err(|wrong| said_of(path, vec![wrong]))? {
        match line.and_then(|line| line.check(known)) {
            Ok(line) => lines.push(line),
            Err(why) => wrong.push(why),
        }
    }
    if wrong.is_empty() {
        Ok(File { lines })
    } else {
        wrong.sort_by_key(|(number, _)| *number);
        Err(said_of(path, wrong))
    }
}

/// What is wrong, and in which line.
type Wrong = (usize, String);

fn parse(text: &str) -> Result<Vec<Result<Line, Wrong>>, Wrong> {
    let number = |offset: usize| {
        let before = text.get(..offset).unwrap_or(text);
        before.matches('\n').count().saturating_add(1)
    };
    let table: BTreeMap<Spanned<String>, Value> = toml::from_str(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        (number(offset), error.message().to_owned())
    })?;
    let lines = table.into_iter().map(|(name, value)| {
        let number = number(name.span().start);
        let setting = name.into_inner();
        let values = texts(value).ok_or_else(|| {
            let why = format!("`{setting}`: expected a text, a number, true, false or a list");
            (number, why)
        })?;
        Ok(Line {
            number,
            setting,
            values,
        })
    });
    Ok(lines.collect())
}

fn texts(value: Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text]),
        Value::Integer(number) => Some(vec![number.to_string()]),
        Value::Float(number) => Some(vec![number.to_string()]),
        Value::Boolean(truth) => Some(vec![truth.to_string()]),
        Value::Array(values) => {
            let texts: Option<Vec<_>> = values.into_iter().map(texts).collect();
            texts.map(|texts| texts.concat())
        }
        Value::Datetime(_) | Value::Table(_) => None,
    }
}

impl File {
    /// What it says of a setting.
    pub(super) fn line(&self, setting: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.setting == setting)
    }
}

impl Line {
    fn check(self, known: &[Arg]) -> Result<Self, Wrong> {
        let Some(arg) = known.iter().find(|arg| arg.get_id() == &self.setting) else {
            return Err((self.number, format!("`{}` is no setting", self.setting)));
        };
        match refusal(arg, &self.values) {
            None => Ok(self),
            Some(why) => Err((self.number, format!("`{}`: {why}", self.setting))),
        }
    }
}

fn said_of(path: &Path, wrong: Vec<Wrong>) -> Vec<String> {
    let said = |(number, why)| format!("{}:{number}: {why}", path.display());
    wrong.into_iter().map(said).collect()
}

fn unreadable(path: &Path, error: &io::Error) -> String {
    format!("{} cannot be read: {error}", path.display())
}

/// Where the file lies if nobody says where: only if it is there.
pub(super) fn usual() -> Option<PathBuf> {
    let path = PathBuf::from("/etc/kassa/kassa.toml");
    path.exists().then_some(path)
}
