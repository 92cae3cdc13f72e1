//! What is done to Chromium beyond `WebDriver`, by its own protocol for developers.

use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::doing::Network;
use crate::tour::Motion;

/// The errors in the console.
pub(super) async fn errors(browser: &WebDriver) -> Vec<String> {
    let entries = browser.browser_log().await.unwrap();
    entries
        .into_iter()
        .filter(|entry| entry.level == "SEVERE")
        .map(|entry| entry.message)
        .collect()
}

/// Looks through a window of this size, in CSS pixels.
pub(super) async fn look_through(browser: &WebDriver, width: u32, height: u32) {
    let metrics = json!({
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600,
    });
    send(browser, "Emulation.setDeviceMetricsOverride", metrics).await;
}

/// Lets the system ask pages for little motion, or for nothing.
pub(super) async fn prefer(browser: &WebDriver, motion: Motion) {
    let wish = match motion {
        Motion::Any => "",
        Motion::Little => "reduce",
    };
    emulate(browser, "prefers-reduced-motion", wish).await;
}

/// Lets the system replace the colours of pages by its own few.
pub(super) async fn force_colours(browser: &WebDriver) {
    emulate(browser, "forced-colors", "active").await;
}

async fn emulate(browser: &WebDriver, feature: &str, value: &str) {
    let features = json!({ "features": [{ "name": feature, "value": value }] });
    send(browser, "Emulation.setEmulatedMedia", features).await;
}

/// Lets pages use the clipboard.
pub(super) async fn allow_copying(browser: &WebDriver) {
    let permissions = json!({
        "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"],
    });
    send(browser, "Browser.grantPermissions", permissions).await;
}

/// Takes the network away, or gives it back.
pub(super) async fn network(browser: &WebDriver, network: Network) {
    let conditions = json!({
        "offline": network == Network::Lost,
        "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    });
    send(browser, "Network.enable", json!({})).await;
    send(browser, "Network.emulateNetworkConditions", conditions).await;
}

async fn send(browser: &WebDriver, command: &str, parameters: Value) {
    browser.cdp().send_raw(command, parameters).await.unwrap();
}
