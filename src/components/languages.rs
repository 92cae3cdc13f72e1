//! The other languages, by their own names.

use kassa_wire::page::LocaleView;
use yew::{Html, html};

use super::act;
use crate::i18n::{Catalogue, Key};

/// Links to the page in every language but `current`. `address` is where the page is in a language.
#[must_use]
pub fn languages(text: &Catalogue, all: &[LocaleView], current: &str, address: impl Fn(&str) -> String) -> Html {
    html! {
        <nav aria-label={text.text(Key::LanguageLabel).to_owned()}>
            { for all.iter().filter(|locale| locale.code != current).map(|locale| html! {
                <a href={address(&locale.code)} lang={locale.code.clone()} hreflang={locale.code.clone()}
                    data-act={act::LANGUAGE} data-locale={locale.code.clone()}>{ &locale.name }</a>
            }) }
        </nav>
    }
}
