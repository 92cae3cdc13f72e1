//! Something to say above everything else.

use yew::Html;

use super::tag::tag;

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
pub fn notice(tone: Tone, title: Option<&str>, sentence: &str) -> Html {
    let class = match tone {
        Tone::Calm => "notice",
        Tone::Alert => "notice alert",
    };
    tag("div")
        .class(class)
        .with("id", ID)
        .with("tabindex", "-1")
        .option(title.map(|title| tag("h2").text(title).done()))
        .tag(tag("p").text(sentence))
        .done()
}
