//! Chromium and its driver: the tests run in a real browser. The journeys run in Firefox as well,
//! which is in `firefox`.

use std::path::PathBuf;

use super::apt;
use crate::command::{Program, in_path};
use crate::failure::Failure;

/// A browser that can be driven.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    /// The program that drives it.
    pub(crate) driver: PathBuf,
    /// The browser itself.
    pub(crate) program: PathBuf,
}

/// What Chromium is called, here and there.
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Finds or installs Chromium and chromedriver.
pub(crate) fn browser() -> Result<Browser, Failure> {
    if let Some(found) = find() {
        return Ok(found);
    }
    apt::install(
        &["chromium", "chromium-driver"],
        "the tests run in a real browser",
    )?;
    find().ok_or_else(|| {
        Failure::missing(
            "Chromium with chromedriver",
            "Install both, of one version, into PATH.",
        )
    })
}

impl Browser {
    /// Its version, as it says it.
    pub(crate) fn version(&self) -> Result<String, Failure> {
        let text = Program::new(&self.program, "asking for the browser's version")
            .args(["--version"])
            .output()?;
        Ok(text.trim().to_owned())
    }
}

fn find() -> Option<Browser> {
    let driver = in_path("chromedriver")?;
    let program = NAMES.iter().find_map(|name| in_path(name))?;
    Some(Browser { driver, program })
}
