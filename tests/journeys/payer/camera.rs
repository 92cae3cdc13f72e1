//! Pictures of what the payer sees. Chromium alone takes them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::Payer;
use crate::stage::Browser;

impl Payer {
    /// Takes a picture of the whole page, at this share of its size.
    pub(crate) async fn takes_a_picture(&self, scale: f64) -> Vec<u8> {
        assert_eq!(self.kind, Browser::Chromium, "it takes the pictures");
        picture(&self.browser, scale).await
    }
}

/// The whole page as a picture, lossy.
async fn picture(browser: &WebDriver, scale: f64) -> Vec<u8> {
    // What stays at the top while the page scrolls belongs at the top of the whole page.
    let top = json!({ "expression": "scrollTo({ top: 0, behavior: 'instant' })" });
    ask(browser, "Runtime.evaluate", top).await;
    let hidden = json!({ "hidden": true });
    ask(browser, "Emulation.setScrollbarsHidden", hidden).await;
    let sizes = ask(browser, "Page.getLayoutMetrics", json!({})).await;
    let size = &sizes["cssContentSize"];
    let wanted = json!({
        "format": "webp", "quality": 40, "captureBeyondViewport": true,
        "clip": { "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": scale },
    });
    let taken = ask(browser, "Page.captureScreenshot", wanted).await;
    let text = taken["data"].as_str().expect("a picture is a text");
    STANDARD.decode(text).expect("a picture is base64")
}

async fn ask(browser: &WebDriver, command: &str, parameters: Value) -> Value {
    browser.cdp().send_raw(command, parameters).await.unwrap()
}
