//! rustfmt.

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;

/// Changes nothing; `cargo fmt --all` does.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    Program::new(
        "cargo",
        "checking the format (mend it with cargo fmt --all)",
    )
    .args(["fmt", "--all", "--check"])
    .dir(repo.root())
    .run()
}
