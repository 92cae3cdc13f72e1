//! axe: looks for what keeps people from using a page.

use std::path::PathBuf;

use super::npm::NpmTool;
use crate::failure::Failure;
use crate::repo::Repo;

/// axe's own script, which the journeys run in their pages.
pub(crate) fn axe(repo: &Repo) -> Result<PathBuf, Failure> {
    const SCRIPT: &str = "axe-core/axe.min.js";
    let tool = NpmTool {
        package: "axe-core",
        version: "4.14.1",
        shown_by: SCRIPT,
        why: "it looks for what keeps people from using a page",
    };
    Ok(tool.ensure(repo)?.join(SCRIPT))
}
