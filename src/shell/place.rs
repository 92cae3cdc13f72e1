//! The page's own addresses.

use kassa_wire::SessionId;
use kassa_wire::page::{Theme, Ui};

/// Where the page of a session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address<'a> {
    /// The session.
    pub(super) session: &'a SessionId,
    /// BCP 47.
    pub(super) locale: &'a str,
    /// How much of a page it is.
    pub(super) ui: Ui,
    /// Light or dark.
    pub(super) theme: Theme,
}

impl Address<'_> {
    /// The page.
    pub(super) fn page(&self) -> String {
        let ui = match self.ui {
            Ui::Hosted => "",
            Ui::Inline => "&ui=inline",
        };
        let theme = match self.theme {
            Theme::Auto => "",
            Theme::Light => "&theme=light",
            Theme::Dark => "&theme=dark",
        };
        let session = self.session.as_str();
        ["/v1/view/", session, "/?locale=", self.locale, ui, theme].concat()
    }

    /// The page in another language.
    pub(super) fn in_language(&self, locale: &str) -> String {
        Address {
            locale,
            ..self.clone()
        }
        .page()
    }

    /// The page with the form open.
    pub(super) fn form(&self) -> String {
        [&self.page(), "&edit=1"].concat()
    }
}
