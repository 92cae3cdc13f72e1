//! The page's own addresses.

use kassa_wire::SessionId;
use kassa_wire::page::{Theme, Ui};

/// Where the page of a session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address<'a> {
    /// The session.
    pub session: &'a SessionId,
    /// BCP 47.
    pub locale: &'a str,
    /// How much of a page it is.
    pub ui: Ui,
    /// Light or dark.
    pub theme: Theme,
}

impl Address<'_> {
    /// The page.
    #[must_use]
    pub fn page(&self) -> String {
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
    #[must_use]
    pub fn in_language(&self, locale: &str) -> String {
        Address {
            locale,
            ..self.clone()
        }
        .page()
    }

    /// The page with the form open.
    #[must_use]
    pub fn form(&self) -> String {
        [&self.page(), "&edit=1"].concat()
    }
}
