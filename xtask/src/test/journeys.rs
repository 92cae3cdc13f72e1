//! Payers' journeys: real browsers, a real server, a shop on another origin.

use super::embed;
use crate::build::{self, Profile};
use crate::command::Program;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;
use crate::tools::{self, Browser};

/// Builds what they need, tells them where it is, and plays them in Chromium and in Firefox.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    let chromium = tools::browser()?;
    let firefox = tools::firefox(repo)?;
    let dist = build::widget(repo)?;
    let binaries = build::binaries(repo, Profile::Dev)?;
    let frameworks = embed::scripts(repo)?;
    let axe = tools::axe(repo)?;
    let journeys = |name: &str, browser: &Browser| {
        say::line(&format!("The journeys in {}.", browser.version()?));
        Ok::<_, Failure>(
            Program::new("cargo", format!("the journeys in {name}"))
                .args(["test", "--workspace", "--features", "kassa/journeys"])
                .args(["--test", "journeys", "--", "--test-threads", "2"])
                .dir(repo.root())
                .env("KASSA_SERVER_BIN", &binaries.server)
                .env("KASSA_SHOP_BIN", &binaries.shop)
                .env("KASSA_DIST", &dist)
                .env("KASSA_FRAMEWORKS", &frameworks)
                .env("KASSA_AXE", &axe)
                .env("KASSA_BROWSER", name),
        )
    };
    journeys("chromium", &chromium)?
        .env("CHROMEDRIVER", chromium.driver)
        .env("CHROME", chromium.program)
        .run()?;
    journeys("firefox", &firefox)?
        .env("GECKODRIVER", firefox.driver)
        .env("FIREFOX", firefox.program)
        .run()
}
