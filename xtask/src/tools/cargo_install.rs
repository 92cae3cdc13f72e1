//! Tools that are Rust packages: built once, each version in a folder of its own.

use std::fs;
use std::path::PathBuf;

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;

/// Whose versions the tool is built with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Versions {
    /// Those that its authors tested.
    Locked,
    /// The newest that fit: for a tool whose locked versions cannot be had any more.
    Newest,
}

/// A tool that `cargo install` builds.
#[derive(Debug)]
pub(crate) struct CargoTool {
    /// The package.
    pub(crate) package: &'static str,
    /// Exactly this version.
    pub(crate) version: String,
    /// Whose dependencies.
    pub(crate) versions: Versions,
    /// The program that shows that it is there.
    pub(crate) program: &'static str,
    /// What it is for.
    pub(crate) why: &'static str,
}

impl CargoTool {
    /// Finds or builds it. Answers the folder that its programs are in.
    pub(crate) fn ensure(&self, repo: &Repo) -> Result<PathBuf, Failure> {
        let folder = repo
            .tools()
            .join("cargo")
            .join(format!("{}-{}", self.package, self.version));
        let programs = folder.join("bin");
        if programs.join(self.program).is_file() {
            return Ok(programs);
        }
        say::line(&format!(
            "Building {} {} with cargo install, some minutes: {}.",
            self.package, self.version, self.why
        ));
        fs::create_dir_all(&folder)
            .map_err(|source| Failure::io(format!("make {}", folder.display()), source))?;
        self.install().args(["--root"]).args([&folder]).run()?;
        Ok(programs)
    }

    fn install(&self) -> Program {
        let install = Program::new("cargo", format!("building {}", self.package))
            .remedy("Install Rust from https://rustup.rs.")
            .args([
                "install",
                "--quiet",
                self.package,
                "--version",
                &self.version,
            ])
            // These run for seconds; building them takes minutes. Let the building be quick.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
            .env_remove("CARGO_TARGET_DIR");
        match self.versions {
            Versions::Locked => install.args(["--locked"]),
            Versions::Newest => install,
        }
    }
}
