//! How Firefox is started.

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{BrowserCapabilitiesHelper, DesiredCapabilities, FirefoxCapabilities};

use super::journey::Scripts;
use super::places;

/// What geckodriver says before its port.
pub(super) const SAYS_ITS_PORT: &str = "Listening on 127.0.0.1:";

/// A Firefox with what the journeys need of its preferences.
pub(super) fn capabilities(scripts: Scripts) -> WebDriverResult<FirefoxCapabilities> {
    let scripts_run = match scripts {
        Scripts::On => true,
        Scripts::OnInLittleMemory => panic!("a journey with little memory is Chromium's alone"),
        Scripts::Off => false,
    };
    let mut wanted = DesiredCapabilities::firefox();
    for argument in ["-headless", "--width=1280", "--height=1000"] {
        wanted.add_arg(argument)?;
    }
    wanted.set_firefox_binary(&places::firefox().to_string_lossy())?;
    let preferences = json!({
        "javascript.enabled": scripts_run,
        // A test reads the clipboard without being asked whether it may.
        "dom.events.testing.asyncClipboard": true,
        // Who has no network does not reach this machine either.
        "network.disable-localhost-when-offline": true,
        // Where a policy forbids the icon, its own loader complains in the console.
        "browser.chrome.site_icons": false,
        // Tab leads to everything, on each system.
        "accessibility.tabfocus": 7,
    });
    wanted.set_browser_option("prefs", preferences)?;
    Ok(wanted)
}
