//! What the payer does with mouse and keyboard.

use serde_json::json;
use thirtyfour::{Key, TypingData, WebElement, error::WebDriverResult};

use super::seeing::field;
use super::{Payer, chromium, firefox};
use crate::stage::{Browser, until};

/// Whether the browser reaches anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Network {
    /// It does.
    There,
    /// It does not, not even this machine.
    Lost,
}

impl Payer {
    /// Opens a page.
    pub(crate) async fn opens(&self, url: &str) {
        self.browser.goto(url).await.unwrap();
    }

    /// Loads the page again.
    pub(crate) async fn reloads(&self) {
        self.browser.refresh().await.unwrap();
    }

    /// Presses the browser's own Back.
    pub(crate) async fn goes_back(&self) {
        self.browser.back().await.unwrap();
    }

    /// Opens a page and does not wait until everything of it is there.
    pub(crate) async fn opens_without_waiting(&self, url: &str) {
        self.runs(&format!("void setTimeout(() => location.assign({url:?}))"))
            .await;
    }

    /// Clicks twice, as quickly as hands do.
    pub(crate) async fn double_clicks(&self, css: &str) {
        let found = self.finds(css).await;
        found.scroll_into_view().await.unwrap();
        self.browser
            .action_chain()
            .double_click_element(&found)
            .perform()
            .await
            .unwrap();
    }

    /// Puts a text into a field as a paste would, also what keyboards cannot type.
    pub(crate) async fn pastes(&self, name: &str, text: &str) {
        self.pastes_into(&field(name), text).await;
    }

    /// The same, into whatever this finds.
    pub(crate) async fn pastes_into(&self, css: &str, text: &str) {
        let script = format!(
            "(() => {{ const field = document.querySelector({css:?}); field.focus(); field.select(); \
             return document.execCommand('insertText', false, {text:?}) }})()"
        );
        self.runs(&script).await;
    }

    /// Clicks on something that can be seen, once.
    pub(crate) async fn presses(&self, css: &str) {
        self.tries(css, async |found| found.click().await).await;
    }

    /// Lets the page write to the clipboard, and a test read it.
    pub(crate) async fn may_copy(&self) {
        match self.kind {
            Browser::Chromium => chromium::allow_copying(&self.browser).await,
            // It was started so.
            Browser::Firefox => {}
        }
    }

    /// Loses the network.
    pub(crate) async fn has_no_network(&self) {
        self.network(Network::Lost).await;
    }

    /// Has it again.
    pub(crate) async fn has_the_network_again(&self) {
        self.network(Network::There).await;
    }

    async fn network(&self, network: Network) {
        match self.kind {
            Browser::Chromium => chromium::network(&self.browser, network).await,
            Browser::Firefox => firefox::network(&self.browser, network).await,
        }
    }

    /// Opens the list of languages and chooses one.
    pub(crate) async fn speaks(&self, locale: &str) {
        self.presses(".languages > summary").await;
        self.presses(&format!("[data-locale={locale}]")).await;
    }

    /// Replaces what is in a field.
    pub(crate) async fn writes(&self, name: &str, text: &str) {
        self.writes_into(&field(name), text).await;
    }

    /// Replaces what is in whatever this finds.
    pub(crate) async fn writes_into(&self, css: &str, text: &str) {
        self.tries(css, async |found| found.click().await).await;
        let found = self.finds(css).await;
        found.send_keys(Key::Control + "a").await.unwrap();
        found.send_keys(Key::Delete + text).await.unwrap();
    }

    /// Presses keys where the focus is.
    pub(crate) async fn types(&self, keys: impl Into<TypingData>) {
        let focused = self.browser.active_element().await.unwrap();
        focused.send_keys(keys).await.unwrap();
    }

    /// Presses one key, whatever has the focus, also where that is in a frame inside this page.
    pub(crate) async fn hits(&self, key: Key) {
        self.browser
            .action_chain()
            .key_down(key.clone())
            .key_up(key)
            .perform()
            .await
            .unwrap();
    }

    /// Goes on with Tab until something has the focus.
    pub(crate) async fn tabs_to(&self, css: &str) {
        self.walks_to(css, async || self.hits(Key::Tab).await).await;
    }

    /// Goes back with Shift and Tab until something has the focus.
    pub(crate) async fn goes_back_to(&self, css: &str) {
        self.walks_to(css, async || self.types(Key::Shift + Key::Tab).await)
            .await;
    }

    async fn walks_to(&self, css: &str, step: impl AsyncFn()) {
        let is_there = format!("document.activeElement.matches({css:?})");
        for _ in 0..80 {
            if self.computes(&is_there).await == Some(json!(true)) {
                return;
            }
            step().await;
        }
        panic!("the keyboard never leads to {css}");
    }

    /// Chooses from a list by what is sent.
    pub(crate) async fn chooses_in(&self, name: &str, value: &str) {
        let option = format!("{} option[value=\"{value}\"]", field(name));
        self.tries(&option, async |found| found.click().await).await;
    }

    /// Does something to an element, again as long as the page moves underneath it.
    pub(super) async fn tries(
        &self,
        css: &str,
        act: impl AsyncFn(&WebElement) -> WebDriverResult<()>,
    ) {
        until(&format!("{css} can be used"), async || {
            let found = self.finds(css).await;
            if act(&found).await.is_ok() {
                return Some(());
            }
            // It may lie under the total, which stays at the top of a phone's page.
            drop(found.scroll_into_view().await);
            None
        })
        .await;
    }
}
