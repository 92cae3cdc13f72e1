//! Making the package.

use std::path::PathBuf;

use crate::build::{self, Profile};
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::{say, tools};

/// `cargo xtask package`: as it is given away.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    build::widget(repo)?;
    build::binaries(repo, Profile::Release)?;
    let package = deb(repo, "release", &[])?;
    say::line(&format!("{} is ready.", package.display()));
    Ok(())
}

/// The package to be tried: the same, of the program that the other tests have built.
pub(super) fn to_be_tried(repo: &Repo) -> Result<PathBuf, Failure> {
    build::widget(repo)?;
    Program::new("cargo", "building the server with the widget inside")
        .args(["build", "--package", "kassa-server"])
        .args(["--features", "kassa-server/packaged"])
        .dir(repo.root())
        .run()?;
    deb(repo, "dev", &["--fast"])
}

fn deb(repo: &Repo, profile: &str, more: &[&str]) -> Result<PathBuf, Failure> {
    let package = repo.target().join("debian/kassa-server.deb");
    Program::new(tools::cargo_deb(repo)?.join("cargo-deb"), "cargo deb")
        .args(["--package", "kassa-server", "--no-build", "--no-dbgsym"])
        .args(["--profile", profile, "--output"])
        .args([&package])
        .args(more)
        .dir(repo.root())
        .run()?;
    Ok(package)
}
