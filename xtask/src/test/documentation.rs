//! rustdoc.

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;

/// Ours only; a warning is an error.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    Program::new("cargo", "building the documentation")
        .args([
            "doc",
            "--quiet",
            "--no-deps",
            "--workspace",
            "--document-private-items",
        ])
        .dir(repo.root())
        .env("RUSTDOCFLAGS", "-D warnings")
        .run()
}
