//! cargo-deny: which licences, sources and duplicates the dependencies bring.

use std::path::PathBuf;

use super::cargo_install::{CargoTool, Versions};
use crate::failure::Failure;
use crate::repo::Repo;

/// The folder that `cargo-deny` is in.
pub(crate) fn cargo_deny(repo: &Repo) -> Result<PathBuf, Failure> {
    let tool = CargoTool {
        package: "cargo-deny",
        version: "0.20.2".to_owned(),
        versions: Versions::Locked,
        program: "cargo-deny",
        why: "it checks the licences and sources of our dependencies",
    };
    tool.ensure(repo)
}
