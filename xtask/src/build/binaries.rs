//! The server and the pretend shop.

use std::path::PathBuf;

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;

/// How they are built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quickly.
    Dev,
    /// To be measured.
    Release,
}

/// Where they lie.
#[derive(Clone, Debug)]
pub(crate) struct Binaries {
    /// `kassa-server`.
    pub(crate) server: PathBuf,
    /// `kassa-demo-shop`.
    pub(crate) shop: PathBuf,
}

/// Builds both; quick where nothing changed.
pub(crate) fn binaries(repo: &Repo, profile: Profile) -> Result<Binaries, Failure> {
    let (argument, folder) = match profile {
        Profile::Dev => ("dev", "debug"),
        Profile::Release => ("release", "release"),
    };
    Program::new("cargo", "building the server and the shop")
        .args([
            "build",
            "--profile",
            argument,
            "--package",
            "kassa-server",
            "--package",
            "kassa-demo-shop",
        ])
        .dir(repo.root())
        .run()?;
    let folder = repo.target().join(folder);
    let named = |name: &str| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    Ok(Binaries {
        server: named("kassa-server"),
        shop: named("kassa-demo-shop"),
    })
}
