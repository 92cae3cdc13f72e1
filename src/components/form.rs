//! A real form, which the server takes as well as the program.

use yew::Html;

use super::tag::{Tag, tag};

/// What a form carries without showing it: name and value.
pub type Hidden = (&'static str, String);

/// The id of a screen's form, for buttons outside it.
pub(super) const ID: &str = "kassa-form";

/// The form of a screen. `children` hold the controls and the button with its intent.
pub fn form(action: &str, hidden: &[Hidden], children: Html) -> Html {
    plain_form(action, hidden, children).with("id", ID).done()
}

/// A form that is sent to `action`, beside the screen's own.
pub(crate) fn plain_form(action: &str, hidden: &[Hidden], children: Html) -> Tag {
    tag("form")
        .with("method", "post")
        .with("action", action)
        .with("novalidate", "")
        .children(hidden.iter().map(|(name, value)| hidden_input(name, value)))
        .child(children)
}

/// What a form carries without showing it.
pub fn hidden_input(name: &str, value: &str) -> Html {
    tag("input")
        .with("type", "hidden")
        .with("name", name)
        .holding(value)
        .done()
}
