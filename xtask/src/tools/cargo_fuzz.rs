//! cargo-fuzz: builds fuzz targets and runs them under libFuzzer.

use std::path::PathBuf;

use super::cargo_install::{CargoTool, Versions};
use crate::failure::Failure;
use crate::repo::Repo;

/// The folder that `cargo-fuzz` is in.
pub(crate) fn cargo_fuzz(repo: &Repo) -> Result<PathBuf, Failure> {
    let tool = CargoTool {
        package: "cargo-fuzz",
        version: "0.13.2".to_owned(),
        versions: Versions::Locked,
        program: "cargo-fuzz",
        why: "it feeds our readers with inputs that nobody thought of",
    };
    tool.ensure(repo)
}
