//! The bank's challenge, in a frame of its own.

use yew::{Html, html};

use crate::i18n::{Catalogue, Key};

/// The frame, and a way around it where a bank refuses to be framed.
#[must_use]
pub fn challenge(text: &Catalogue, url: &str) -> Html {
    html! {
        <div class="card challenge">
            <iframe src={url.to_owned()} title={text.text(Key::ChallengeFrame).to_owned()}></iframe>
            <p class="caption">
                <a href={url.to_owned()} target="_blank" rel="noopener">{ text.text(Key::ChallengeOpen) }</a>
            </p>
        </div>
    }
}
