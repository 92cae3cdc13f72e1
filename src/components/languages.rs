//! The other languages, by their own names.

use kassa_wire::page::LocaleView;
use yew::Html;

use super::act;
use super::tag::tag;
use crate::i18n::{Catalogue, Key};

/// Links to the page in every language but `current`. `address` is where the page is in a language.
pub fn languages(
    text: &Catalogue,
    all: &[LocaleView],
    current: &str,
    address: impl Fn(&str) -> String,
) -> Html {
    let others = all
        .iter()
        .filter(|locale| locale.code != current)
        .map(|locale| {
            tag("a")
                .with("href", &address(&locale.code))
                .with("lang", &locale.code)
                .with("hreflang", &locale.code)
                .with("data-act", act::LANGUAGE)
                .with("data-locale", &locale.code)
                .text(&locale.name)
                .done()
        });
    tag("nav")
        .with("aria-label", text.text(Key::LanguageLabel))
        .children(others)
        .done()
}
