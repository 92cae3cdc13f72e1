//! Where a session's endpoints are.

use kassa_wire::SessionId;
use kassa_wire::page::{Theme, Ui};

/// A session as an endpoint's address needs it, with how its answers are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which session.
    pub session: SessionId,
    /// The language that answers are wanted in, BCP 47.
    pub locale: String,
    /// For how much of a page.
    pub ui: Ui,
    /// Light or dark.
    pub theme: Theme,
}

impl Asked {
    pub(super) fn address(&self, endpoint: &str) -> String {
        [
            "/api/checkout/",
            self.session.as_str(),
            endpoint,
            "?locale=",
            &self.locale,
            "&drawn=",
            self.ui.as_str(),
            "&theme=",
            self.theme.as_str(),
        ]
        .concat()
    }
}
