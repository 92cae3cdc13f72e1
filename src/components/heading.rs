//! A screen's heading, where the reading goes on.

use yew::{Html, html};

/// The id of the heading: the shell moves the focus there.
pub const ID: &str = "kassa-heading";

/// The heading and the sentence under it.
#[must_use]
pub fn heading(title: &str, lead: &str) -> Html {
    html! {
        <>
            <h1 id={ID} tabindex="-1">{ title }</h1>
            <p class="lead">{ lead }</p>
        </>
    }
}
