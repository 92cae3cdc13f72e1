//! Payers' journeys: real browsers, a real server, a shop on another origin.

use super::embed;
use crate::build::{self, Profile};
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;
use crate::tools;

/// What has to be built for them.
const JOURNEYS: &str = "kassa/journeys";

/// Builds what they need, tells them where it is, and plays them in Chromium and in Firefox.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    in_chromium(repo, JOURNEYS)?.run()?;
    let firefox = tools::firefox(repo)?;
    say::line(&format!("The journeys in {}.", firefox.version()?));
    journeys(repo, ("firefox", JOURNEYS))?
        .env("GECKODRIVER", firefox.driver)
        .env("FIREFOX", firefox.program)
        .run()
}

/// The journeys in Chromium, built with this feature, to be run; what the test runner shall do is still to be said.
pub(crate) fn in_chromium(repo: &Repo, feature: &str) -> Result<Program, Failure> {
    let chromium = tools::browser()?;
    say::line(&format!("The journeys in {}.", chromium.version()?));
    Ok(journeys(repo, ("chromium", feature))?
        .env("CHROMEDRIVER", chromium.driver)
        .env("CHROME", chromium.program))
}

fn journeys(repo: &Repo, (browser, feature): (&str, &str)) -> Result<Program, Failure> {
    let dist = build::widget(repo)?;
    let binaries = build::binaries(repo, Profile::Dev)?;
    Ok(Program::new("cargo", format!("the journeys in {browser}"))
        .args(["test", "--workspace", "--features", feature])
        .args(["--test", "journeys", "--", "--test-threads", "2"])
        .dir(repo.root())
        .env("KASSA_SERVER_BIN", binaries.server)
        .env("KASSA_SHOP_BIN", binaries.shop)
        .env("KASSA_DIST", dist)
        .env("KASSA_FRAMEWORKS", embed::scripts(repo)?)
        .env("KASSA_AXE", tools::axe(repo)?)
        .env("KASSA_BROWSER", browser))
}
