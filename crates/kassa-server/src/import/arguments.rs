//! The command and its arguments.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::server::DatabaseSettings;

/// `kassa-server import …`
#[derive(Clone, Debug, Args)]
pub struct ImportArgs {
    /// What the file holds.
    #[arg(value_enum)]
    pub what: What,
    /// The file. Those that the account has already are changed.
    pub file: PathBuf,
    /// How the file is written; where it is not said, its name says it.
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// For whom: the account's id or name. Not needed where there is one account.
    #[arg(long)]
    pub account: Option<String>,
    /// Where everything is kept.
    #[command(flatten)]
    pub database: DatabaseSettings,
    /// Answer with one line of JSON.
    #[arg(long)]
    pub json: bool,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Who receives the money.
    Recipients,
    /// What is to be paid.
    Orders,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A line of column names, and a line for each row: `.csv`.
    Csv,
    /// A JSON object in each line: `.jsonl`, `.ndjson`.
    JsonLines,
}

impl Format {
    /// What a file's name says.
    pub(super) fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }
}

impl What {
    /// The columns that a CSV file of them may have.
    pub(super) const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Recipients => &["id", "name", "country", "currency", "fields"],
            Self::Orders => &[
                "number",
                "country",
                "amount",
                "currency",
                "description",
                "lines",
            ],
        }
    }
}
