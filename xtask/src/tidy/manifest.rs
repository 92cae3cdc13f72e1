//! Which of our crates depends on what, as cargo sees it.

use serde::Deserialize;

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;

/// The workspace, as `cargo metadata` tells it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Workspace {
    /// Our crates.
    pub(crate) packages: Vec<Package>,
}

/// One crate.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// What it names in its manifest.
    pub(crate) dependencies: Vec<Dependency>,
}

/// One dependency.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Dependency {
    /// Its name.
    pub(crate) name: String,
    /// `dev`, `build`, or nothing.
    pub(crate) kind: Option<String>,
    /// Whether a feature has to ask for it.
    #[serde(default)]
    pub(crate) optional: bool,
}

/// Asks cargo.
pub(crate) fn read(repo: &Repo) -> Result<Workspace, Failure> {
    let printed = Program::new("cargo", "asking cargo for the workspace")
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .dir(repo.root())
        .output()?;
    serde_json::from_str(&printed)
        .map_err(|_| Failure::answer("cargo metadata", "it should print the workspace as JSON"))
}
