//! The tests that need no browser.

use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools;

/// Every crate's. The journeys are not among them: they are a step of their own.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    let localstripe = tools::localstripe(repo)?;
    let aiosmtpd = tools::aiosmtpd(repo)?;
    Program::new("cargo", "the tests that need no browser")
        .args(["test", "--quiet", "--workspace"])
        .env("KASSA_LOCALSTRIPE", localstripe)
        .env("KASSA_AIOSMTPD", aiosmtpd)
        .dir(repo.root())
        .run()
}
