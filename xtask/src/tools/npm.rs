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
    /// The program that shows that it is there.
    pub(crate) program: &'static str,
    /// What it is for.
    pub(crate) why: &'static str,
}

impl NpmTool {
    /// Finds or fetches it. Answers the folder that its programs are in.
    pub(crate) fn ensure(&self, repo: &Repo) -> Result<PathBuf, Failure> {
        node()?;
        let Self {
            package,
            version,
            program,
            why,
        } = self;
        let folder = repo
            .tools()
            .join("npm")
            .join(format!("{package}-{version}"));
        let programs = folder.join("node_modules").join(".bin");
        if programs.join(program).is_file() {
            return Ok(programs);
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
        Ok(programs)
    }
}
