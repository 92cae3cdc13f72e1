//! adyen-web: a checkout of others, which the bench measures beside Kassa.

use std::path::PathBuf;

use super::npm::NpmTool;
use crate::failure::Failure;
use crate::repo::Repo;

/// The version that is measured.
pub(crate) const VERSION: &str = "6.45.2";

/// The folder of packages that adyen-web is in.
pub(crate) fn adyen_web(repo: &Repo) -> Result<PathBuf, Failure> {
    let tool = NpmTool {
        package: "@adyen/adyen-web",
        version: VERSION,
        shown_by: "@adyen/adyen-web/dist/es/index.js",
        why: "the bench measures it beside Kassa",
    };
    tool.ensure(repo)
}
