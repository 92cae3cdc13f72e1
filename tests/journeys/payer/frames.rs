//! Which page inside a page the payer looks at.

use thirtyfour::WindowHandle;

use super::Payer;
use crate::stage::until;

impl Payer {
    /// Looks into the frame of a `<kassa-checkout>`.
    pub(crate) async fn looks_into_the_element(&self) {
        self.looks_into_element("kassa-checkout").await;
    }

    /// Looks into the frame of the `<kassa-checkout>` with this id.
    pub(crate) async fn looks_into_the(&self, id: &str) {
        self.looks_into_element(&format!("#{id}")).await;
    }

    /// A script finds the frame: drivers look into shadow roots each in its own way.
    async fn looks_into_element(&self, css: &str) {
        let frame = format!(
            "return document.querySelector({css:?})?.shadowRoot?.querySelector('iframe:not(.waiting)')"
        );
        until("the element's frame is there", async || {
            let found = self.browser.execute(&frame, vec![]).await.ok()?;
            found.element().ok()?.enter_frame().await.ok()
        })
        .await;
    }

    /// Looks into a frame that stands in the page itself.
    pub(crate) async fn looks_into(&self, css: &str) {
        let frame = self.finds(css).await;
        frame.enter_frame().await.unwrap();
    }

    /// Looks at the frame around this one.
    pub(crate) async fn looks_around(&self) {
        self.browser.enter_parent_frame().await.unwrap();
    }

    /// Opens a tab and looks at it. The answer is the tab that was looked at before.
    pub(crate) async fn looks_at_a_new_tab(&self) -> WindowHandle {
        let before = self.browser.window().await.unwrap();
        let tab = self.browser.new_tab().await.unwrap();
        self.browser.switch_to_window(tab).await.unwrap();
        before
    }

    /// Looks at a tab. The answer is the tab that was looked at before.
    pub(crate) async fn looks_at_tab(&self, tab: WindowHandle) -> WindowHandle {
        let before = self.browser.window().await.unwrap();
        self.browser.switch_to_window(tab).await.unwrap();
        before
    }

    /// Looks at the tab that a page opened. The answer is the tab that was looked at before.
    pub(crate) async fn looks_at_the_other_tab(&self) -> WindowHandle {
        let here = self.browser.window().await.unwrap();
        let other = until("a page opens a tab", async || {
            self.browser
                .windows()
                .await
                .ok()?
                .into_iter()
                .find(|tab| *tab != here)
        });
        self.looks_at_tab(other.await).await
    }

    /// Closes the window that is looked at, and looks at another one.
    pub(crate) async fn closes_the_window_and_looks_at(&self, other: WindowHandle) {
        self.browser.close_window().await.unwrap();
        self.browser.switch_to_window(other).await.unwrap();
    }

    /// Looks at the whole window.
    pub(crate) async fn looks_up(&self) {
        self.browser.enter_default_frame().await.unwrap();
    }
}
