//! Firefox and its driver: the journeys run in it as well as in Chromium.

use std::path::PathBuf;

use super::apt;
use super::browser::Browser;
use super::cargo_install::{CargoTool, Versions};
use crate::command::in_path;
use crate::failure::Failure;
use crate::repo::Repo;

const WHY: &str = "the journeys run in Firefox as well as in Chromium";

/// Finds or installs Firefox and geckodriver.
pub(crate) fn firefox(repo: &Repo) -> Result<Browser, Failure> {
    let program = program()?;
    let driver = geckodriver(repo)?;
    Ok(Browser { driver, program })
}

/// Debian's is the one with long support; elsewhere it is called after itself.
fn program() -> Result<PathBuf, Failure> {
    let find = || ["firefox-esr", "firefox"].into_iter().find_map(in_path);
    if let Some(found) = find() {
        return Ok(found);
    }
    apt::install(&["firefox-esr"], WHY)?;
    find().ok_or_else(|| Failure::missing("Firefox", "Install it into PATH."))
}

/// Debian has no package of it.
fn geckodriver(repo: &Repo) -> Result<PathBuf, Failure> {
    let tool = CargoTool {
        package: "geckodriver",
        version: "0.37.1".to_owned(),
        versions: Versions::Locked,
        program: "geckodriver",
        why: WHY,
    };
    Ok(tool.ensure(repo)?.join(tool.program))
}
