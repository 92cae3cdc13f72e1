//! One visit to one page, by a browser that has never seen it.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use tokio::time::{sleep, timeout};

use super::PageKind;
use super::conditions::SLOW;
use super::driver::Driver;
use super::sample::{Report, Sample};
use crate::failure::Failure;

/// Longer than any page may take; a page that takes longer fails the bench.
const PATIENCE: Duration = Duration::from_secs(30);
/// What moves late still counts.
const AFTERWARDS: Duration = Duration::from_millis(700);
const OBSERVE: &str = include_str!("observe.js");

/// Loads the page, types one letter as soon as that is possible, and looks on until all is quiet.
pub(crate) async fn visit(driver: &Driver, kind: PageKind, url: &str) -> Result<Sample, Failure> {
    let browser = driver.browser().await?;
    let sample = timeout(PATIENCE, observed(&browser, kind, url)).await;
    browser.quit().await?;
    sample.map_err(|_| Failure::answer(kind.name(), "the page should be usable by now"))?
}

async fn observed(browser: &WebDriver, kind: PageKind, url: &str) -> Result<Sample, Failure> {
    prepare(browser, url).await?;
    browser.goto(url).await?;
    let visible_ms = moment(browser, "visible").await?;
    press_a_key(browser).await?;
    let usable_ms = moment(browser, "usable").await?;
    let hydrated_ms = if kind.hydrates() {
        Some(moment(browser, "hydrated").await?)
    } else {
        None
    };
    sleep(AFTERWARDS).await;
    let report = evaluate(browser, "__bench.report()").await?;
    let report: Report = serde_json::from_value(report)
        .map_err(|_| Failure::answer(kind.name(), "the page should report"))?;
    Ok(Sample {
        visible_ms,
        usable_ms,
        hydrated_ms,
        report,
    })
}

async fn prepare(browser: &WebDriver, url: &str) -> Result<(), Failure> {
    let origin: String = url.split('/').take(3).collect::<Vec<_>>().join("/");
    let source = OBSERVE.replace("__TOP__", &json!(origin).to_string());
    let cdp = browser.cdp();
    cdp.send_raw(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": source }),
    )
    .await?;
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.emulateNetworkConditions", SLOW.network())
        .await?;
    cdp.send_raw("Emulation.setCPUThrottlingRate", SLOW.processor())
        .await?;
    Ok(())
}

/// When this happened, in milliseconds since the navigation began.
async fn moment(browser: &WebDriver, name: &str) -> Result<f64, Failure> {
    let expression = format!("__bench.wait({})", json!(name));
    loop {
        // Until the page has replaced the empty one there is nobody to ask.
        if let Some(at) = evaluate(browser, &expression).await?.as_f64() {
            return Ok(at);
        }
        sleep(Duration::from_millis(2)).await;
    }
}

/// The value of an expression in the page; null where the page could not tell.
async fn evaluate(browser: &WebDriver, expression: &str) -> Result<Value, Failure> {
    let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
    let answered = browser.cdp().send_raw("Runtime.evaluate", asked).await;
    // The page that was asked may be replaced while it is asked: that is an answer of its own.
    Ok(answered.map_or(Value::Null, |mut value| value["result"]["value"].take()))
}

async fn press_a_key(browser: &WebDriver) -> Result<(), Failure> {
    let key = |kind: &str| json!({ "type": kind, "key": "a", "code": "KeyA", "text": "a", "windowsVirtualKeyCode": 65 });
    let cdp = browser.cdp();
    cdp.send_raw("Input.dispatchKeyEvent", key("keyDown"))
        .await?;
    cdp.send_raw("Input.dispatchKeyEvent", key("keyUp")).await?;
    Ok(())
}
