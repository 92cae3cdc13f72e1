//! What the payer sees. Everything waits until it is there.

use serde_json::Value;
use thirtyfour::{By, WebElement};

use super::{Payer, chromium, firefox};
use crate::stage::{Browser, until};
use crate::tour::Look;

impl Payer {
    /// What there is to read, in the frame that the payer looks at.
    pub(crate) async fn reads(&self) -> String {
        match self.browser.find(By::Tag("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// Waits for a text.
    pub(crate) async fn sees(&self, text: &str) {
        let last = std::cell::RefCell::new(String::new());
        let seen = tokio::time::timeout(
            std::time::Duration::from_secs(15),
            until("the text is there", async || {
                let page = self.reads().await;
                let there = page.contains(text);
                last.replace(page);
                there.then_some(())
            }),
        );
        assert!(
            seen.await.is_ok(),
            "did not see {text:?}, but: {}",
            last.borrow()
        );
    }

    /// Waits until somebody who listens is told this.
    pub(crate) async fn was_told(&self, text: &str) {
        let said = "document.querySelector('[role=status]').textContent";
        until(&format!("{text:?} is said"), async || {
            let said = self.computes(said).await?;
            said.as_str()?.contains(text).then_some(())
        })
        .await;
    }

    /// Waits until a text is gone.
    pub(crate) async fn no_longer_sees(&self, text: &str) {
        until(&format!("{text:?} is gone"), async || {
            (!self.reads().await.contains(text)).then_some(())
        })
        .await;
    }

    /// Fails where a text is on the page now.
    pub(crate) async fn does_not_see(&self, text: &str) {
        let page = self.reads().await;
        assert!(!page.contains(text), "saw {text:?}: {page}");
    }

    /// Waits for something that can be seen.
    pub(crate) async fn finds(&self, css: &str) -> WebElement {
        until(&format!("{css} can be seen"), async || {
            for found in self.browser.find_all(By::Css(css)).await.ok()? {
                if found.is_displayed().await.unwrap_or(false) {
                    return Some(found);
                }
            }
            None
        })
        .await
    }

    /// What is in a field.
    pub(crate) async fn has_in(&self, name: &str) -> String {
        let field = self.finds(&field(name)).await;
        field.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Looks through a window as wide as this, in CSS pixels: a phone's, or a desktop's.
    pub(crate) async fn is_as_wide_as(&self, width: u32) {
        self.looks_through(width, 844).await;
    }

    async fn looks_through(&self, width: u32, height: u32) {
        self.browser
            .set_window_rect(0, 0, 1300, 1000)
            .await
            .unwrap();
        match self.kind {
            Browser::Chromium => chromium::look_through(&self.browser, width, height).await,
            Browser::Firefox => {
                firefox::look_through(&self.browser, width, height).await;
                self.waits_for(&format!("innerWidth === {width}")).await;
            }
        }
    }

    /// Looks at pages so: through such a window, on a system that asks for such motion.
    pub(crate) async fn looks_as(&self, look: &Look) {
        self.looks_through(look.width, look.height).await;
        match self.kind {
            Browser::Chromium => chromium::prefer(&self.browser, look.motion).await,
            Browser::Firefox => firefox::prefer(&self.browser, look.motion).await,
        }
    }

    /// Has a system that replaces the colours of pages. Chromium alone can be told so.
    pub(crate) async fn has_forced_colours(&self) {
        assert_eq!(self.kind, Browser::Chromium, "it can be told so");
        chromium::force_colours(&self.browser).await;
    }

    /// Waits until a script's value is true.
    pub(crate) async fn waits_for(&self, script: &str) {
        until(script, async || {
            (self.computes(script).await == Some(Value::Bool(true))).then_some(())
        })
        .await;
    }

    /// Runs a script in the page, which has to end well.
    pub(crate) async fn runs(&self, script: &str) {
        let ran = self
            .browser
            .execute(format!("return ({script})"), vec![])
            .await;
        ran.unwrap_or_else(|why| panic!("{script}: {why}"));
    }

    /// A script's value.
    pub(crate) async fn computes(&self, script: &str) -> Option<Value> {
        let answer = self
            .browser
            .execute(format!("return ({script})"), vec![])
            .await;
        answer.ok().map(|answer| answer.json().clone())
    }

    /// Waits until the program has taken over the page.
    pub(crate) async fn has_the_program(&self) {
        self.waits_for("document.documentElement.dataset.kassa === 'ready'")
            .await;
    }
}

/// Where a field of the payer's form is.
pub(super) fn field(name: &str) -> String {
    format!("[name=\"{name}\"]")
}
