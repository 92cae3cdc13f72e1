//! Payers' journeys: a real browser, a real server, a shop on another origin.

use super::embed;
use crate::build::{self, Profile};
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools;

/// Builds what they need and tells them where it is.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    let dist = build::widget(repo)?;
    let binaries = build::binaries(repo, Profile::Dev)?;
    let browser = tools::browser()?;
    Program::new("cargo", "the journeys")
        .args(["test", "--workspace", "--features", "kassa/journeys"])
        .args(["--test", "journeys", "--", "--test-threads", "2"])
        .dir(repo.root())
        .env("KASSA_SERVER_BIN", binaries.server)
        .env("KASSA_SHOP_BIN", binaries.shop)
        .env("KASSA_DIST", dist)
        .env("CHROMEDRIVER", browser.driver)
        .env("CHROME", browser.program)
        .env("KASSA_FRAMEWORKS", embed::scripts(repo)?)
        .env("KASSA_AXE", tools::axe(repo)?)
        .run()
}
