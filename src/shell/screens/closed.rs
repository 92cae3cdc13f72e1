//! Ends without a payment, and pages without a session.

use yew::Html;

use super::Screen;
use super::drawn::drawn;
use crate::checkout::Checkout;
use crate::components::tag::{row, tag};
use crate::components::{heading, link_button};
use crate::i18n::Key;

/// A session that is over.
pub(super) fn closed(screen: &Screen, checkout: &Checkout, title: Key, sentence: Key) -> Html {
    row(vec![
        heading(screen.text.text(title), &screen.about(sentence, checkout)),
        after(screen, checkout),
    ])
}

/// What the server drew for the end; until it has, the way back.
pub(super) fn after(screen: &Screen, checkout: &Checkout) -> Html {
    match checkout.drawn_screen() {
        "" => way_back(screen, checkout),
        _ => drawn(checkout),
    }
}

/// The way back to the merchant, where they want the payer back.
fn way_back(screen: &Screen, checkout: &Checkout) -> Html {
    let Some(url) = &checkout.view.return_url else {
        return Html::default();
    };
    let label = screen.about(Key::BackTo, checkout);
    tag("p")
        .tag(
            tag("a")
                .with("href", url)
                .with("target", "_top")
                .text(&label),
        )
        .done()
}

/// A page without a session, with a link to itself where trying again can help.
pub(super) fn alone(screen: &Screen, title: Key, sentence: Key, again: Option<Key>) -> Html {
    tag("main")
        .class("alone")
        .child(heading(screen.text.text(title), screen.text.text(sentence)))
        .option(again.map(|key| link_button("", screen.text.text(key))))
        .done()
}
