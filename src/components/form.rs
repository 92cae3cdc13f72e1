//! A real form, which the server takes as well as the program.

use yew::Html;

use super::tag::tag;

/// What a form carries without showing it: name and value.
pub type Hidden = (&'static str, String);

/// A form that is sent to `action`. `children` hold the controls and the button with its intent.
pub fn form(action: &str, hidden: &[Hidden], children: Html) -> Html {
    tag("form")
        .with("method", "post")
        .with("action", action)
        .with("novalidate", "")
        .children(hidden.iter().map(|(name, value)| hidden_input(name, value)))
        .child(children)
        .done()
}

/// What a form carries without showing it.
pub fn hidden_input(name: &str, value: &str) -> Html {
    tag("input")
        .with("type", "hidden")
        .with("name", name)
        .holding(value)
        .done()
}
