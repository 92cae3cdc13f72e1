//! The one primary button of a screen.

use yew::Html;

use super::tag::tag;

/// Whether the button waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    /// It can be pressed.
    No,
    /// It was pressed. It keeps the focus, so it is not disabled but says so.
    Yes,
}

/// A button that sends its form with an intent, saying what it does.
pub fn primary_button(intent: &str, label: &str, busy: Busy) -> Html {
    let (class, disabled) = match busy {
        Busy::No => ("primary", None),
        Busy::Yes => ("primary busy", Some("true")),
    };
    tag("button")
        .with("type", "submit")
        .class(class)
        .with("name", "intent")
        .with("value", intent)
        .maybe("aria-disabled", disabled)
        .tag(tag("span").class("spinner").with("aria-hidden", "true"))
        .tag(tag("span").text(label))
        .done()
}

/// A quiet button that only a program answers: `act` is one of [`super::act`].
pub fn quiet_button(act: &str, label: &str) -> Html {
    tag("button")
        .with("type", "button")
        .class("quiet")
        .with("data-act", act)
        .text(label)
        .done()
}

/// A link that looks like the primary button, because it is the one thing to do.
pub fn link_button(href: &str, label: &str) -> Html {
    tag("a")
        .class("primary")
        .with("href", href)
        .text(label)
        .done()
}
