//! The page in another language, by the languages' own names.

use kassa_wire::page::LocaleView;
use yew::{AttrValue, Html};

use super::tag::tag;
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

/// A list that opens, of the page in every language. `address` is where the page is in a language.
pub fn languages(
    text: &Catalogue,
    all: &[LocaleView],
    current: &str,
    address: impl Fn(&str) -> String,
    typing: Typing,
) -> Html {
    let known = all.iter().find(|locale| locale.code == current);
    let name = known.map_or(current, |locale| locale.name.as_str());
    let mut ways = String::new();
    // The server draws the list, and it stays as it is: the program takes it over unread.
    if cfg!(feature = "ssr") {
        for locale in all {
            push_way(&mut ways, locale, &address(&locale.code), typing);
        }
    }
    tag("details")
        .class("languages")
        .tag(
            tag("summary")
                .tag(
                    tag("span")
                        .class("unseen")
                        .text(&[text.text(Key::LanguageLabel), ": "].concat()),
                )
                .text(name),
        )
        .tag(
            tag("nav")
                .with("aria-label", text.text(Key::LanguageLabel))
                // One text and not an element for each: so many would be a third of what the
                // program has to take over.
                .child(Html::from_html_unchecked(AttrValue::from(ways))),
        )
        .done()
}

/// Our own codes, names and addresses: nothing in them has to be escaped but an address's `&`.
fn push_way(ways: &mut String, locale: &LocaleView, address: &str, typing: Typing) {
    let address = address.replace('&', "&amp;");
    let (open, close) = match typing {
        Typing::Yes => (
            ["<button form=", form::ID, " formaction=\"", &address].concat()
                + "\" name=intent value=language",
            "</button>",
        ),
        Typing::No => (
            ["<a href=\"", &address, "\" hreflang=", &locale.code].concat(),
            "</a>",
        ),
    };
    let rest = [
        " lang=",
        &locale.code,
        " data-act=",
        act::LANGUAGE,
        " data-locale=",
        &locale.code,
        ">",
    ];
    ways.push_str(&open);
    ways.push_str(&rest.concat());
    ways.push_str(&locale.name);
    ways.push_str(close);
}
