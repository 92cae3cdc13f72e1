//! The tests that need no browser.

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;

/// Every crate's. The journeys are not among them: they are a step of their own.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    Program::new("cargo", "the tests that need no browser")
        .args(["test", "--quiet", "--workspace"])
        .dir(repo.root())
        .run()
}
