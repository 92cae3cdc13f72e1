//! The program that drives the browser, and browsers that have never seen anything.

use std::process::Command;
use std::time::Duration;

use thirtyfour::common::capabilities::desiredcapabilities::PageLoadStrategy;
use thirtyfour::{
    CapabilitiesHelper, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
    WebDriver,
};

use crate::demo::{Process, free_port};
use crate::failure::Failure;
use crate::stopwatch::Stopwatch;
use crate::tools::Browser;

const PATIENCE: Duration = Duration::from_secs(10);

/// Frames of other origins stay in one process, so that the slow processor is theirs as well.
const ARGUMENTS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-site-isolation-trials",
    "--disable-features=IsolateOrigins,site-per-process",
    "--window-size=1280,1000",
];

/// What a browser is asked for beyond what every one is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wishes {
    arguments: Vec<String>,
    counts_traffic: bool,
}

impl Wishes {
    /// One more argument.
    pub(crate) fn and_argument(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    /// To note what goes over the wire.
    pub(crate) fn and_traffic(mut self) -> Self {
        self.counts_traffic = true;
        self
    }
}

/// A running chromedriver.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Process,
    url: String,
}

impl Driver {
    /// Starts it and waits until it answers.
    pub(crate) async fn start(browser: &Browser) -> Result<Self, Failure> {
        let port = free_port()?;
        let mut command = Command::new(&browser.driver);
        command.arg(format!("--port={port}")).arg("--log-level=OFF");
        let process = Process::start("chromedriver", command)?;
        let mut driver = Self {
            process,
            url: format!("http://127.0.0.1:{port}"),
        };
        driver.answers().await?;
        Ok(driver)
    }

    /// A new browser with an empty profile. It trusts every certificate: the only ones that it
    /// meets are our own, for names that it is told to look for on this machine.
    pub(crate) async fn browser(&self, wishes: &Wishes) -> Result<WebDriver, Failure> {
        let mut wanted = DesiredCapabilities::chrome();
        let more = wishes.arguments.iter().map(String::as_str);
        for argument in ARGUMENTS.into_iter().chain(more) {
            wanted.add_arg(argument)?;
        }
        if wishes.counts_traffic {
            wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        }
        wanted.accept_insecure_certs(true)?;
        wanted.set_page_load_strategy(PageLoadStrategy::None)?;
        Ok(WebDriver::new(&self.url, wanted).await?)
    }

    async fn answers(&mut self) -> Result<(), Failure> {
        let watch = Stopwatch::start();
        while reqwest::get(format!("{}/status", self.url)).await.is_err() {
            self.process.check()?;
            if watch.elapsed() > PATIENCE {
                return Err(Failure::answer(
                    "chromedriver",
                    "it should have begun to serve by now",
                ));
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        Ok(())
    }
}
