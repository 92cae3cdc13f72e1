//! PostgreSQL: the promises of the store are kept on it as well as on SQLite. The tests start it
//! themselves, on folders that they throw away.

use std::path::{Path, PathBuf};

use super::apt;
use crate::command::in_path;
use crate::failure::Failure;

/// Finds or installs PostgreSQL's programs. Answers the folder that they are in.
pub(crate) fn postgresql() -> Result<PathBuf, Failure> {
    if let Some(folder) = folder() {
        return Ok(folder);
    }
    apt::install(
        &["postgresql"],
        "the store's tests run on PostgreSQL as well as on SQLite",
    )?;
    folder().ok_or_else(|| {
        Failure::missing(
            "PostgreSQL 14 or newer",
            "Install it, and see that initdb and pg_ctl are in PATH.",
        )
    })
}

/// The newest version's. Debian keeps the programs of each in a folder of their own, outside PATH.
fn folder() -> Option<PathBuf> {
    of_debian().or_else(|| Some(in_path("initdb")?.parent()?.to_owned()))
}

fn of_debian() -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let complete = folders
        .flatten()
        .map(|entry| entry.path())
        .filter(|folder| folder.join("bin/initdb").is_file());
    let newest = complete.max_by_key(|folder| version(folder))?;
    Some(newest.join("bin"))
}

fn version(folder: &Path) -> Option<u32> {
    folder.file_name()?.to_str()?.parse().ok()
}
