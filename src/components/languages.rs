//! The other languages, by their own names.

use kassa_wire::page::LocaleView;
use yew::Html;

use super::tag::{Tag, tag};
use super::{act, form};
use crate::i18n::{Catalogue, Key};

/// Whether the screen has a form with something typed in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// It has: the form is sent along, so that nothing is lost without a program.
    Yes,
    /// There is nothing to lose.
    No,
}

/// The page in every language but `current`. `address` is where the page is in a language.
pub fn languages(
    text: &Catalogue,
    all: &[LocaleView],
    current: &str,
    address: impl Fn(&str) -> String,
    typing: Typing,
) -> Html {
    let others = all.iter().filter(|locale| locale.code != current);
    let others = others.map(|locale| {
        let address = address(&locale.code);
        let way = match typing {
            Typing::Yes => button(&address),
            Typing::No => tag("a")
                .with("href", &address)
                .with("hreflang", &locale.code),
        };
        way.with("lang", &locale.code)
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

fn button(address: &str) -> Tag {
    tag("button")
        .with("form", form::ID)
        .with("formaction", address)
        .with("name", "intent")
        .with("value", "language")
}
