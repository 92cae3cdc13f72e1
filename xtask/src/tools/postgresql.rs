//! PostgreSQL: the promises of the store are kept on it as well as on SQLite. The tests start it
//! themselves, on folders that they throw away.

use std::path::Path;

use super::apt;
use crate::command::in_path;
use crate::failure::Failure;

/// Finds or installs PostgreSQL's programs.
pub(crate) fn postgresql() -> Result<(), Failure> {
    if is_there() {
        return Ok(());
    }
    apt::install(
        &["postgresql"],
        "the store's tests run on PostgreSQL as well as on SQLite",
    )?;
    if is_there() {
        return Ok(());
    }
    Err(Failure::missing(
        "PostgreSQL 14 or newer",
        "Install it, and see that initdb and pg_ctl are in PATH.",
    ))
}

/// Debian keeps the programs of each version in a folder of their own, outside PATH.
fn is_there() -> bool {
    let of_debian = std::fs::read_dir("/usr/lib/postgresql").is_ok_and(|folders| {
        let mut folders = folders.flatten();
        folders.any(|folder| has_initdb(&folder.path().join("bin")))
    });
    of_debian || in_path("initdb").is_some()
}

fn has_initdb(folder: &Path) -> bool {
    folder.join("initdb").is_file()
}
