//! A window of the browser, as its debugger sees it.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use tokio::time::sleep;

use super::conditions::Conditions;
use super::key::Key;
use crate::failure::Failure;

/// The window that the browser's driver is at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tab<'a>(&'a WebDriver);

impl<'a> Tab<'a> {
    /// Of this browser.
    pub(crate) fn of(browser: &'a WebDriver) -> Self {
        Self(browser)
    }

    /// Slows the network and the processor of this window.
    pub(crate) async fn slow(self, conditions: Conditions) -> Result<(), Failure> {
        self.ask("Network.enable", json!({})).await?;
        self.ask(
            "Network.emulateNetworkConditions",
            conditions.network_as_json(),
        )
        .await?;
        self.slow_processor(conditions).await
    }

    /// Slows the processor alone.
    pub(crate) async fn slow_processor(self, conditions: Conditions) -> Result<(), Failure> {
        let rate = conditions.processor_as_json();
        self.ask("Emulation.setCPUThrottlingRate", rate)
            .await
            .map(drop)
    }

    /// Runs this in every document that this window shows from now on, before anything of its own.
    pub(crate) async fn run_in_every_document(self, source: &str) -> Result<(), Failure> {
        let asked = json!({ "source": source });
        self.ask("Page.addScriptToEvaluateOnNewDocument", asked)
            .await
            .map(drop)
    }

    /// Asks the debugger.
    pub(crate) async fn ask(self, method: &str, asked: Value) -> Result<Value, Failure> {
        Ok(self.0.cdp().send_raw(method, asked).await?)
    }

    /// Presses a key and lets it go.
    pub(crate) async fn press(self, key: &Key) -> Result<(), Failure> {
        self.hold(key, Duration::ZERO).await
    }

    /// Presses a key, and lets it go so much later.
    pub(crate) async fn hold(self, key: &Key, time: Duration) -> Result<(), Failure> {
        self.ask("Input.dispatchKeyEvent", key.down()).await?;
        sleep(time).await;
        self.ask("Input.dispatchKeyEvent", key.up()).await.map(drop)
    }

    /// Writes this, key by key, as quickly as the browser takes it.
    pub(crate) async fn write(self, text: &str) -> Result<(), Failure> {
        for sign in text.chars() {
            self.press(&Key::writing(sign)).await?;
        }
        Ok(())
    }

    /// The value of an expression in the page; null where the page could not tell.
    pub(crate) async fn evaluate(self, expression: &str) -> Value {
        let asked = json!({
            "expression": expression,
            "awaitPromise": true,
            "returnByValue": true,
        });
        // The page that was asked may be replaced while it is asked: that is an answer of its own.
        let answered = self.ask("Runtime.evaluate", asked).await;
        answered.map_or(Value::Null, |mut value| value["result"]["value"].take())
    }

    /// The number that an expression becomes, asked again until it is one: until the page has
    /// replaced the empty one there is nobody to ask.
    pub(crate) async fn number(self, expression: &str) -> f64 {
        loop {
            if let Some(number) = self.evaluate(expression).await.as_f64() {
                return number;
            }
            sleep(Duration::from_millis(2)).await;
        }
    }

    /// Waits until an expression is true.
    pub(crate) async fn until(self, expression: &str) {
        while self.evaluate(expression).await != Value::Bool(true) {
            sleep(Duration::from_millis(10)).await;
        }
    }
}
