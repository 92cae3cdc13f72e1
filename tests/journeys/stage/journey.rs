//! A journey from its first step to its last: whatever happens in between, everything is ended.

use thirtyfour::testing::run_browser_test;

use super::browser::Browser;
use super::driver::Driver;
use super::set::Stage;
use crate::payer::Payer;

/// Whether the payer's browser runs scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scripts {
    /// It does.
    On,
    /// It does, but has little memory left for a program: enough to run, none for a whole book.
    OnInLittleMemory,
    /// The payer switched them off.
    Off,
}

/// Plays a journey with one payer at one browser, and looks at the end whether the browser's
/// console stayed clean.
pub(crate) async fn journey(stage: &Stage, scripts: Scripts, play: impl AsyncFnOnce(&Payer)) {
    let folder = tempfile::tempdir_in(stage.folder()).expect("a folder in a folder");
    let kind = Browser::wanted();
    let driver = Driver::start(kind, folder.path()).await;
    let played = run_browser_test(Box::pin(driver.browser(scripts)), async |browser| {
        let payer = Payer::new(browser, kind);
        play(&payer).await;
        payer.saw_no_errors().await;
        Ok::<_, std::convert::Infallible>(())
    });
    played.await.expect("the browser starts and ends");
}
