//! Where PostgreSQL's programs are.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What to do where there are none.
const REMEDY: &str = "these tests need PostgreSQL 14 or newer. On Debian: apt-get install postgresql. \
                      Elsewhere: put initdb, postgres and pg_ctl into one folder of PATH.";

/// The folder with `initdb`, `pg_ctl`, `postgres` and `psql`.
#[derive(Debug)]
pub(crate) struct Programs(PathBuf);

impl Programs {
    /// The newest of Debian's, or what `pg_config` or PATH know.
    pub(crate) fn find() -> Self {
        let folders = debian().into_iter().chain(of_pg_config()).chain(of_path());
        let mut complete = folders.filter(|folder| folder.join("initdb").is_file());
        Self(complete.next().unwrap_or_else(|| panic!("{REMEDY}")))
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

fn debian() -> Vec<PathBuf> {
    let version = |folder: &Path| -> u32 {
        let name = folder.file_name().and_then(|name| name.to_str());
        name.and_then(|name| name.parse().ok()).unwrap_or_default()
    };
    let Ok(folders) = std::fs::read_dir("/usr/lib/postgresql") else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = folders.flatten().map(|entry| entry.path()).collect();
    folders.sort_by_key(|folder| std::cmp::Reverse(version(folder)));
    folders.iter().map(|folder| folder.join("bin")).collect()
}

fn of_pg_config() -> Option<PathBuf> {
    let output = Command::new("pg_config").arg("--bindir").output().ok()?;
    Some(PathBuf::from(String::from_utf8(output.stdout).ok()?.trim()))
}

fn of_path() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).collect()
}
