//! Tools that are npm packages: each version in a folder of its own.

use std::fs;
use std::path::PathBuf;

use super::node::node;
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;

/// A tool that `npm install` fetches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NpmTool {
    /// The package.
    pub(crate) package: &'static str,
    /// Exactly this version.
    pub(crate) version: &'static str,
    /// The file that shows that it is there, from `node_modules` on.
    pub(crate) shown_by: &'static str,
    /// What it is for.
    pub(crate) why: &'static str,
}

impl NpmTool {
    /// Finds or fetches it. Answers the folder of packages that it is in.
    pub(crate) fn ensure(&self, repo: &Repo) -> Result<PathBuf, Failure> {
        node()?;
        let Self {
            package,
            version,
            shown_by,
            why,
        } = self;
        let folder = repo
            .tools()
            .join("npm")
            .join(format!("{package}-{version}"));
        let packages = folder.join("node_modules");
        if packages.join(shown_by).is_file() {
            return Ok(packages);
        }
        say::line(&format!("Installing {package} {version} with npm: {why}."));
        fs::create_dir_all(&folder)
            .map_err(|source| Failure::io(format!("make {}", folder.display()), source))?;
        Program::new("npm", format!("installing {package}"))
            .remedy("Install Node.js and npm.")
            .args([
                "install",
                "--no-audit",
                "--no-fund",
                "--no-save",
                "--ignore-scripts",
            ])
            .args(["--loglevel", "error", "--prefix"])
            .args([&folder])
            .args([format!("{package}@{version}")])
            .run()?;
        Ok(packages)
    }
}
