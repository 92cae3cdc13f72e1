//! Trunk: builds the widget.

use std::path::PathBuf;

use super::cargo_install::{CargoTool, Versions};
use crate::failure::Failure;
use crate::repo::Repo;

/// The folder that `trunk` is in. Later versions need a later Rust than ours.
pub(crate) fn trunk(repo: &Repo) -> Result<PathBuf, Failure> {
    let tool = CargoTool {
        package: "trunk",
        version: "0.21.14".to_owned(),
        versions: Versions::Locked,
        program: "trunk",
        why: "it builds the widget for the browser",
    };
    tool.ensure(repo)
}
