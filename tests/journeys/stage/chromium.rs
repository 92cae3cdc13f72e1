//! How Chromium is started.

use std::path::Path;

use thirtyfour::error::WebDriverResult;
use thirtyfour::{
    ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
};

use super::journey::Scripts;
use super::places;

/// What chromedriver says before its port.
pub(super) const SAYS_ITS_PORT: &str = "started successfully on port ";

/// What makes chromium start quickly, alone, and fetch nothing for itself.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,1000",
];

/// Two megabytes for each program, of which the widget has more than one to begin with.
const LITTLE_MEMORY: &str = "--js-flags=--wasm-max-mem-pages=32";

/// A Chromium whose profile is in this folder, and whose console can be read.
pub(super) fn capabilities(
    profile: &Path,
    scripts: Scripts,
) -> WebDriverResult<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in FLAGS {
        wanted.add_arg(flag)?;
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    wanted.set_binary(&places::chrome().to_string_lossy())?;
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    match scripts {
        Scripts::On => {}
        Scripts::OnInLittleMemory => wanted.add_arg(LITTLE_MEMORY)?,
        Scripts::Off => wanted.add_experimental_option("prefs", no_scripts())?,
    }
    Ok(wanted)
}

fn no_scripts() -> serde_json::Value {
    serde_json::json!({ "profile.managed_default_content_settings.javascript": 2 })
}
