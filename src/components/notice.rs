//! Something to say above everything else.

use yew::{Html, classes, html};

/// The id of the notice: the shell moves the focus there.
pub const ID: &str = "kassa-notice";

/// How a notice sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// For information.
    Calm,
    /// Something did not happen.
    Alert,
}

/// A notice, with a title where it needs one.
#[must_use]
pub fn notice(tone: Tone, title: Option<&str>, sentence: &str) -> Html {
    let class = classes!("notice", (tone == Tone::Alert).then_some("alert"));
    html! {
        <div {class} id={ID} tabindex="-1">
            if let Some(title) = title {
                <h2>{ title }</h2>
            }
            <p>{ sentence }</p>
        </div>
    }
}
