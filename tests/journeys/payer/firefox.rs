//! What is done to Firefox beyond `WebDriver`: scripts in the browser itself, as geckodriver lets them
//! run where it was started with access to the system.

use reqwest::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};

use super::doing::Network;
use crate::tour::Motion;

/// Errors of pages: what scripts throw, and what policies forbid. Failed requests are not among them,
/// nor what a page itself writes to the console.
const ERRORS: &str = "const { errorFlag, warningFlag, infoFlag } = Ci.nsIScriptError; \
    return Services.console.getMessageArray() \
    .filter((it) => it instanceof Ci.nsIScriptError && !it.isFromChromeContext \
    && (it.flags & (warningFlag | infoFlag)) === errorFlag) \
    .map(String)";

/// Where scripts run.
#[derive(Clone, Copy, Debug)]
enum Context {
    /// In the page.
    Content,
    /// In the browser.
    Chrome,
}

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let context = match self {
            Self::Content => "content",
            Self::Chrome => "chrome",
        };
        let place = format!("/session/{session}/moz/context");
        RequestData::new(Method::POST, place).add_body(json!({ "context": context }))
    }
}

/// The errors in the console.
pub(super) async fn errors(browser: &WebDriver) -> Vec<String> {
    let errors = run_inside(browser, ERRORS).await;
    serde_json::from_value(errors).unwrap()
}

/// Looks through a window of this size, in CSS pixels. No window of Firefox is as narrow as a
/// phone, but what shows the page in it can be.
pub(super) async fn look_through(browser: &WebDriver, width: u32, height: u32) {
    let script = format!(
        "const {{ style }} = gBrowser.selectedBrowser; style.minWidth = '0'; \
         style.width = style.maxWidth = '{width}px'; style.height = style.maxHeight = '{height}px'"
    );
    run_inside(browser, &script).await;
}

/// Lets the system ask pages for little motion, or for nothing.
pub(super) async fn prefer(browser: &WebDriver, motion: Motion) {
    let wish = match motion {
        Motion::Any => 0,
        Motion::Little => 1,
    };
    let script = format!("Services.prefs.setIntPref('ui.prefersReducedMotion', {wish})");
    run_inside(browser, &script).await;
}

/// Takes the network away with the connections that are open, or gives it back.
pub(super) async fn network(browser: &WebDriver, network: Network) {
    let offline = network == Network::Lost;
    let script = format!(
        "Services.io.offline = {offline}; \
         Services.obs.notifyObservers(null, 'net:prune-all-connections')"
    );
    run_inside(browser, &script).await;
}

/// Runs a script in the browser itself. Answers its value.
async fn run_inside(browser: &WebDriver, script: &str) -> Value {
    browser.handle().cmd(Context::Chrome).await.unwrap();
    let ran = browser.execute(script, vec![]).await;
    browser.handle().cmd(Context::Content).await.unwrap();
    ran.unwrap_or_else(|why| panic!("{script}: {why}"))
        .json()
        .clone()
}
