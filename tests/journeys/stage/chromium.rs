//! The browser's driver as a process, and browsers that it starts.

use std::path::Path;

use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use tokio::process::Command;

use super::journey::Scripts;
use super::places;
use super::process::{Process, until};

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

/// A driver.
#[derive(Debug)]
pub(crate) struct Chromedriver {
    _process: Process,
    url: String,
}

impl Chromedriver {
    /// Starts a driver on a port that it chooses.
    pub(crate) async fn start(folder: &Path) -> Self {
        let log = folder.join("chromedriver.log");
        let mut command = Command::new(places::chromedriver());
        command.arg("--port=0");
        let process = Process::start(command, &log);
        let port = until("chromedriver says its port", async || port_in(&log)).await;
        Self {
            _process: process,
            url: format!("http://127.0.0.1:{port}"),
        }
    }

    /// Starts a browser with nothing in its profile.
    pub(crate) async fn browser(
        &self,
        profile: &Path,
        scripts: Scripts,
    ) -> thirtyfour::error::WebDriverResult<WebDriver> {
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
        WebDriver::new(&self.url, wanted).await
    }
}

fn no_scripts() -> serde_json::Value {
    serde_json::json!({ "profile.managed_default_content_settings.javascript": 2 })
}

fn port_in(log: &Path) -> Option<u16> {
    let said = std::fs::read_to_string(log).ok()?;
    let (_, port) = said.split_once("started successfully on port ")?;
    port.split('.').next()?.trim().parse().ok()
}
