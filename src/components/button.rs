//! The one primary button of a screen.

use yew::{Html, classes, html};

/// Whether the button waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    /// It can be pressed.
    No,
    /// It was pressed. It keeps the focus, so it is not disabled but says so.
    Yes,
}

/// A button that sends its form with an intent, saying what it does.
#[must_use]
pub fn primary_button(intent: &'static str, label: &str, busy: Busy) -> Html {
    let busy = busy == Busy::Yes;
    html! {
        <button type="submit" class={classes!("primary", busy.then_some("busy"))} name="intent" value={intent}
            aria-disabled={busy.then_some("true")}>
            <span class="spinner" aria-hidden="true"></span>
            <span>{ label }</span>
        </button>
    }
}

/// A link that looks like the primary button, because it is the one thing to do. `target` is
/// where it opens, `_blank` where this page must stay.
#[must_use]
pub fn link_button(href: &str, label: &str, target: Option<&'static str>) -> Html {
    html! {
        <a class="primary" href={href.to_owned()} {target} rel={target.map(|_| "noopener")}>{ label }</a>
    }
}
