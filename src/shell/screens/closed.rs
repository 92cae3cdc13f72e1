//! Ends without a payment, and pages without a session.

use yew::{Html, html};

use super::Screen;
use crate::checkout::Checkout;
use crate::components::{heading, link_button};
use crate::i18n::Key;

/// A session that is over.
pub(super) fn closed(screen: &Screen, checkout: &Checkout, title: Key, sentence: Key) -> Html {
    html! {
        <>
            { heading(screen.text.text(title), &screen.about(sentence, checkout)) }
            { way_back(screen, checkout) }
        </>
    }
}

/// The way back to the merchant, where they want the payer back.
pub(super) fn way_back(screen: &Screen, checkout: &Checkout) -> Html {
    let Some(url) = &checkout.view.return_url else { return Html::default() };
    let label = screen.about(Key::BackTo, checkout);
    html! {
        <p><a href={url.clone()} target="_top">{ label }</a></p>
    }
}

/// A page without a session, with a link to itself where trying again can help.
pub(super) fn alone(screen: &Screen, title: Key, sentence: Key, again: Option<Key>) -> Html {
    html! {
        <main class="alone">
            { heading(screen.text.text(title), screen.text.text(sentence)) }
            if let Some(key) = again {
                { link_button("", screen.text.text(key), None) }
            }
        </main>
    }
}
