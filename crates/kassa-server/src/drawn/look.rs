//! What every piece is drawn with.

use kassa::i18n::{Catalogue, Key};
use kassa::shell::Address;
use kassa_wire::page::{Theme, Ui};
use kassa_wire::view::{OptionView, SessionView};
use maud::{Markup, html};

use crate::words::{Locale, Words};

/// What every piece is drawn with.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The language's sentences.
    pub(super) text: &'a Catalogue,
    /// The world's countries in it.
    pub(super) countries: &'a [OptionView],
    /// How much of a page it is.
    pub(super) ui: Ui,
    /// Light or dark.
    pub(super) theme: Theme,
    /// Where the merchant's picture is.
    pub(super) logo: Option<&'a str>,
}

impl<'a> Look<'a> {
    /// How a page in a language looks.
    #[must_use]
    pub fn new(words: &'a Words, locale: Locale, (ui, theme): (Ui, Theme)) -> Self {
        Self {
            text: words.catalogue(locale),
            countries: words.countries(locale),
            ui,
            theme,
            logo: None,
        }
    }

    /// The same with the merchant's picture, which is there.
    #[must_use]
    pub const fn with_logo(self, logo: Option<&'a str>) -> Self {
        Self { logo, ..self }
    }

    /// A sentence.
    pub(super) fn say(&self, key: Key) -> &'a str {
        self.text.text(key)
    }

    /// A sentence about this session: recipient and total filled in.
    pub(super) fn about(&self, key: Key, view: &SessionView) -> String {
        self.text.fill(
            key,
            &[("recipient", &view.recipient.name), ("total", &view.total)],
        )
    }

    /// Where the session's page is, as the payer sees it now.
    pub(super) fn address<'v>(&self, view: &'v SessionView) -> Address<'v> {
        Address {
            session: &view.id,
            locale: &view.locale,
            ui: self.ui,
            theme: self.theme,
        }
    }

    /// The screen's heading, where the reading goes on, and the sentence under it.
    pub(super) fn heading(&self, title: Key, lead: &str) -> Markup {
        html! {
            h1 id=(kassa::components::HEADING_ID) tabindex="-1" { (self.say(title)) }
            p .lead { (lead) }
        }
    }

    /// A link to the page itself, for who has no program to follow.
    pub(super) fn check_again(&self, view: &SessionView) -> Markup {
        html! { p { a href=(self.address(view).page()) { (self.say(Key::CheckAgain)) } } }
    }

    /// The way back to the merchant, where they want the payer back.
    pub(super) fn way_back(&self, view: &SessionView) -> Markup {
        html! {
            @if let Some(url) = &view.return_url {
                p { a href=(url) target="_top" { (self.about(Key::BackTo, view)) } }
            }
        }
    }
}
