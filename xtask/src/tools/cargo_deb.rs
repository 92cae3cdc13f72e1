//! cargo-deb: the Debian package.

use std::path::PathBuf;

use super::cargo_install::{CargoTool, Versions};
use crate::failure::Failure;
use crate::repo::Repo;

/// The folder that `cargo-deb` is in.
pub(crate) fn cargo_deb(repo: &Repo) -> Result<PathBuf, Failure> {
    let tool = CargoTool {
        package: "cargo-deb",
        version: "3.8.0".to_owned(),
        versions: Versions::Locked,
        program: "cargo-deb",
        why: "it makes the Debian package",
    };
    tool.ensure(repo)
}
