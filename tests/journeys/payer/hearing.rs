//! What the payer's screen reader is told, as the browser itself works it out.

use reqwest::Method;
use serde_json::Value;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{ElementId, RequestData, SessionId};

use super::Payer;
use crate::stage::until;

/// What a browser computes of an element for those who listen.
#[derive(Debug)]
enum Computed {
    Role(ElementId),
    Label(ElementId),
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let (element, what) = match self {
            Self::Role(element) => (element, "computedrole"),
            Self::Label(element) => (element, "computedlabel"),
        };
        let place = format!("/session/{session}/element/{element}/{what}");
        RequestData::new(Method::GET, place)
    }
}

/// What is said after the name: whether it is wrong or has to be filled in, and what describes it.
const MORE: &str = "(() => { const it = document.activeElement; \
    const ids = (it.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean); \
    return [it.getAttribute('aria-invalid') === 'true' ? 'invalid' : '', it.getAttribute('aria-required') === 'true' ? 'required' : '', \
        it.checked ? 'checked' : '', \
        ...ids.map((id) => document.getElementById(id)?.textContent ?? `nothing at ${id}`)] \
        .filter(Boolean).join(', ') })()";

impl Payer {
    /// What is heard where the focus is: its role, its name, and what else is to be known; nothing
    /// while the page moves underneath.
    async fn hears(&self) -> Option<String> {
        let focused = self.browser.active_element().await.ok()?;
        let role = self.asks(Computed::Role(focused.element_id())).await?;
        let label = self.asks(Computed::Label(focused.element_id())).await?;
        let more = self.computes(MORE).await?;
        let heard = format!("{role} {label:?} {}", more.as_str()?);
        Some(heard.trim().to_owned())
    }

    /// Waits until this is heard where the focus is.
    pub(crate) async fn hears_that(&self, expected: &str) {
        let last = std::cell::RefCell::new(String::new());
        let heard = tokio::time::timeout(
            std::time::Duration::from_secs(10),
            until("it is heard", async || {
                let now = self.hears().await?;
                let heard = now == expected;
                last.replace(now);
                heard.then_some(())
            }),
        );
        assert!(
            heard.await.is_ok(),
            "expected {expected}, heard {}",
            last.borrow()
        );
    }

    async fn asks(&self, what: Computed) -> Option<String> {
        let answer = self.browser.handle().cmd(what).await.ok()?;
        let value: Value = answer.value().ok()?;
        value.as_str().map(str::to_owned)
    }
}
