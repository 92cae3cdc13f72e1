//! Did anything change that the widget is made of?

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::repo::Repo;

/// Everything that the widget is made of, besides the tools.
const INPUTS: [&str; 11] = [
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "index.html",
    "src",
    "styles",
    "locales",
    "embed",
    "crates/kassa-wire/Cargo.toml",
    "crates/kassa-wire/src",
    "xtask/src/build",
];

/// A number that changes with the content of any input, and with the way of building.
pub(crate) fn fingerprint(repo: &Repo, way: &str) -> Result<String, Failure> {
    let mut hasher = DefaultHasher::new();
    way.hash(&mut hasher);
    for input in INPUTS {
        for file in files_under(&repo.path(input))? {
            file.hash(&mut hasher);
            read(&file)?.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Every file below, in a stable order; the file itself where it is one; none where there is none.
pub(crate) fn files_under(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let Ok(entries) = fs::read_dir(path) else {
        return Ok(Vec::new());
    };
    let mut children: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    children.sort();
    let below: Result<Vec<_>, _> = children.iter().map(|child| files_under(child)).collect();
    Ok(below?.concat())
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(file).map_err(|source| Failure::io(format!("read {}", file.display()), source))
}
