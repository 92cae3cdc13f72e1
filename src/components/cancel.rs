//! Calling it off, in two presses: it cannot be undone.

use yew::Html;

use super::form::{Hidden, plain_form};
use super::tag::tag;
use crate::i18n::{Catalogue, Key};

/// A question that opens, with the button that means it.
pub fn cancel(text: &Catalogue, action: &str, hidden: &[Hidden]) -> Html {
    let button = tag("button")
        .with("type", "submit")
        .class("quiet")
        .with("name", "intent")
        .with("value", "cancel")
        .text(text.text(Key::CancelYes));
    tag("details")
        .class("cancel")
        .tag(tag("summary").text(text.text(Key::CancelPayment)))
        .tag(tag("p").text(text.text(Key::CancelExplain)))
        .tag(plain_form(action, hidden, button.done()))
        .done()
}
