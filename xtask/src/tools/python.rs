//! Tools that are Python packages: each version in a virtual environment of its own.

use std::fs;
use std::path::{Path, PathBuf};

use super::apt;
use crate::command::{Program, in_path};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;

/// A tool that `pip install` fetches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PythonTool {
    /// The package.
    pub(crate) package: &'static str,
    /// Exactly this version.
    pub(crate) version: &'static str,
    /// What it needs, exactly these versions, since pip has no lock of its own.
    pub(crate) with: &'static [&'static str],
    /// The program that shows that it is there.
    pub(crate) program: &'static str,
    /// What it is for.
    pub(crate) why: &'static str,
}

impl PythonTool {
    /// Finds or fetches it. Answers its program.
    pub(crate) fn ensure(&self, repo: &Repo) -> Result<PathBuf, Failure> {
        let Self {
            package,
            version,
            why,
            ..
        } = self;
        let folder = repo
            .tools()
            .join("python")
            .join(format!("{package}-{version}"));
        let programs = folder.join("bin");
        let program = programs.join(self.program);
        if program.is_file() {
            return Ok(program);
        }
        say::line(&format!("Installing {package} {version} with pip: {why}."));
        // Programs name their environment by its path: one that is half made is made anew.
        drop(fs::remove_dir_all(&folder));
        environment(&folder)?;
        Program::new(programs.join("pip"), format!("installing {package}"))
            .args(["install", "--quiet", "--disable-pip-version-check"])
            .args(["--no-deps"])
            .args([&format!("{package}=={version}")])
            .args(self.with)
            .run()?;
        Ok(program)
    }
}

/// Makes the folder a virtual environment. Debian keeps what that needs in a package of its own.
fn environment(folder: &Path) -> Result<(), Failure> {
    let make = || {
        Program::new("python3", "making a virtual environment")
            .remedy("Install Python 3 with its venv module.")
            .args(["-m", "venv"])
            .args([folder])
            .run()
    };
    fs::create_dir_all(folder)
        .map_err(|source| Failure::io(format!("make {}", folder.display()), source))?;
    if in_path("python3").is_some() && make().is_ok() {
        return Ok(());
    }
    apt::install(
        &["python3", "python3-venv"],
        "programs that the tests start are Python packages",
    )?;
    make()
}
