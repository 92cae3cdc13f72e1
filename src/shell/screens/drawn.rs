//! What the server draws, shown as it is.

use yew::Html;
use yew::virtual_dom::AttrValue;

use crate::checkout::Checkout;
use crate::components::tag::tag;

/// The id of the order's panel: what is in it, the program reads from the page at its start.
pub(in crate::shell) const ORDER_ID: &str = "kassa-order";
/// The id around what belongs to where the session stands.
pub(in crate::shell) const SCREEN_ID: &str = "kassa-drawn";

/// What belongs to where the session stands.
pub(super) fn drawn(checkout: &Checkout) -> Html {
    tag("div")
        .class("drawn")
        .with("id", SCREEN_ID)
        .child(as_it_is(checkout.drawn_screen()))
        .done()
}

/// HTML of the server's own, in which it has escaped what others wrote.
pub(super) fn as_it_is(html: &str) -> Html {
    Html::from_html_unchecked(AttrValue::from(html.to_owned()))
}
