//! The bank's challenge, in a frame of its own.

use yew::Html;

use super::tag::tag;
use crate::i18n::{Catalogue, Key};

/// The frame, and a way around it where a bank refuses to be framed.
pub fn challenge(text: &Catalogue, url: &str) -> Html {
    let frame = tag("iframe")
        .with("src", url)
        .with("title", text.text(Key::ChallengeFrame));
    let link = tag("a")
        .with("href", url)
        .with("target", "_blank")
        .with("rel", "noopener")
        .text(text.text(Key::ChallengeOpen));
    tag("div")
        .class("card challenge")
        .tag(frame)
        .tag(tag("p").class("caption").tag(link))
        .done()
}
