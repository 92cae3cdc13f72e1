//! Braintree's drop-in: a checkout of others, which the bench measures beside Kassa.

use std::path::PathBuf;

use super::npm::NpmTool;
use crate::failure::Failure;
use crate::repo::Repo;

/// The version that is measured.
pub(crate) const VERSION: &str = "1.48.0";

/// The folder of packages that the drop-in is in, with the hosted fields that it brings.
pub(crate) fn braintree_drop_in(repo: &Repo) -> Result<PathBuf, Failure> {
    let tool = NpmTool {
        package: "braintree-web-drop-in",
        version: VERSION,
        shown_by: "braintree-web-drop-in/index.js",
        why: "the bench measures it beside Kassa",
    };
    tool.ensure(repo)
}
