//! What is done to Chromium beyond `WebDriver`, by its own protocol for developers.

use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::doing::Network;

/// The errors in the console.
pub(super) async fn errors(browser: &WebDriver) -> Vec<String> {
    let entries = browser.browser_log().await.unwrap();
    entries
        .into_iter()
        .filter(|entry| entry.level == "SEVERE")
        .map(|entry| entry.message)
        .collect()
}

/// Looks through a window as wide as this, in CSS pixels.
pub(super) async fn look_through(browser: &WebDriver, width: u32) {
    let metrics = json!({
        "width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 600,
    });
    send(browser, "Emulation.setDeviceMetricsOverride", metrics).await;
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
