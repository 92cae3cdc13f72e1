//! Python with its packages' installer: a tool of the tests is a Python package.

use std::fs;
use std::path::PathBuf;

use super::apt;
use crate::command::{Program, in_path};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;

/// A tool that `pip install` fetches, each version in a virtual environment of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PipTool {
    /// The package.
    pub(crate) package: &'static str,
    /// Exactly this version.
    pub(crate) version: &'static str,
    /// The program that shows that it is there.
    pub(crate) program: &'static str,
    /// What it is for.
    pub(crate) why: &'static str,
}

impl PipTool {
    /// Finds or fetches it. Answers the program.
    pub(crate) fn ensure(&self, repo: &Repo) -> Result<PathBuf, Failure> {
        let Self {
            package,
            version,
            program,
            why,
        } = self;
        let folder = repo
            .tools()
            .join("pip")
            .join(format!("{package}-{version}"));
        let found = folder.join("bin").join(program);
        if found.is_file() {
            return Ok(found);
        }
        python()?;
        say::line(&format!("Installing {package} {version} with pip: {why}."));
        // Programs name their environment by its path: one that is half made is made anew.
        drop(fs::remove_dir_all(&folder));
        Program::new("python3", "making a virtual environment")
            .args(["-m", "venv"])
            .args([&folder])
            .run()?;
        Program::new(folder.join("bin/pip"), format!("installing {package}"))
            .args(["install", "--quiet", "--disable-pip-version-check"])
            .args([format!("{package}=={version}")])
            .run()?;
        Ok(found)
    }
}

/// Finds or installs Python.
fn python() -> Result<(), Failure> {
    if in_path("python3").is_some() && !apt::available() {
        return Ok(());
    }
    apt::install(
        &["python3", "python3-venv"],
        "random requests are drawn by a Python package",
    )
}
