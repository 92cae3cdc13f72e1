//! Calling it off, in two presses: it cannot be undone.

use yew::{Html, html};

use super::form::{Hidden, form};
use crate::i18n::{Catalogue, Key};

/// A question that opens, with the button that means it.
#[must_use]
pub fn cancel(text: &Catalogue, action: &str, hidden: &[Hidden]) -> Html {
    html! {
        <details class="cancel">
            <summary>{ text.text(Key::CancelPayment) }</summary>
            <p>{ text.text(Key::CancelExplain) }</p>
            { form(action, hidden, html! {
                <button type="submit" class="quiet" name="intent" value="cancel">{ text.text(Key::CancelYes) }</button>
            }) }
        </details>
    }
}
