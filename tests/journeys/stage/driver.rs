//! A browser's driver as a process, and browsers that it starts.

use std::path::{Path, PathBuf};

use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;
use tokio::process::Command;

use super::browser::Browser;
use super::journey::Scripts;
use super::process::{Process, until};
use super::{chromium, firefox, places};

/// A driver: chromedriver or geckodriver.
#[derive(Debug)]
pub(crate) struct Driver {
    _process: Process,
    url: String,
    browser: Browser,
    folder: PathBuf,
}

impl Driver {
    /// Starts the driver of a browser on a port that it chooses. Everything that it and its browsers
    /// write is in the folder.
    pub(crate) async fn start(browser: Browser, folder: &Path) -> Self {
        let log = folder.join("driver.log");
        let (command, says_its_port) = match browser {
            Browser::Chromium => (chromedriver(), chromium::SAYS_ITS_PORT),
            Browser::Firefox => (geckodriver(folder), firefox::SAYS_ITS_PORT),
        };
        let process = Process::start(command, &log);
        let port = until("the driver says its port", async || {
            port_in(&log, says_its_port)
        })
        .await;
        Self {
            _process: process,
            url: format!("http://127.0.0.1:{port}"),
            browser,
            folder: folder.to_owned(),
        }
    }

    /// Starts a browser with nothing in its profile.
    pub(crate) async fn browser(&self, scripts: Scripts) -> WebDriverResult<WebDriver> {
        match self.browser {
            Browser::Chromium => {
                let wanted = chromium::capabilities(&self.folder.join("profile"), scripts)?;
                WebDriver::new(&self.url, wanted).await
            }
            Browser::Firefox => WebDriver::new(&self.url, firefox::capabilities(scripts)?).await,
        }
    }
}

fn chromedriver() -> Command {
    let mut command = Command::new(places::chromedriver());
    command.arg("--port=0");
    command
}

/// It makes a profile of its own for each browser. With access to the system a test reads the
/// browser's own console, and takes its network away.
fn geckodriver(folder: &Path) -> Command {
    let mut command = Command::new(places::geckodriver());
    command.args(["--port", "0", "--allow-system-access", "--profile-root"]);
    command.arg(folder);
    command
}

fn port_in(log: &Path, says_its_port: &str) -> Option<u16> {
    let said = std::fs::read_to_string(log).ok()?;
    let (_, after) = said.split_once(says_its_port)?;
    // The whole line, lest half a port is read.
    let (line, _) = after.split_once('\n')?;
    line.trim().trim_end_matches('.').parse().ok()
}
