//! One script of each, and what else of theirs and ours a page needs.

use std::path::{Path, PathBuf};

use crate::build;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools::{ADYEN_WEB_VERSION, BRAINTREE_DROP_IN_VERSION};

/// What has to be known beside their figures.
pub(crate) const HOW: &str = "Their servers are played on this machine, and answer at once and as \
     little as their scripts can do with. The documents of their card fields, which npm does not \
     have, are smaller stand-ins that are ready at once. All of it is in their favour.";

/// What is compared, by package and version.
pub(crate) fn versions() -> [String; 2] {
    [
        format!("@adyen/adyen-web {ADYEN_WEB_VERSION}"),
        format!("braintree-web-drop-in {BRAINTREE_DROP_IN_VERSION}"),
    ]
}

/// A file of `bench/peers` bundled with what it needs of these packages. Answers what esbuild wrote:
/// the script, and beside it the style sheet where one is imported.
pub(super) fn bundled(repo: &Repo, name: &str, packages: &Path) -> Result<PathBuf, Failure> {
    let to = repo.target().join("bench").join(name);
    build::bundle_with(repo, &ours(repo, name), &to, packages)?;
    Ok(to)
}

/// A file of `bench/peers`.
pub(super) fn ours(repo: &Repo, name: &str) -> PathBuf {
    repo.path("bench/peers").join(name)
}
