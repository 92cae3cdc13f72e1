//! A screen's heading, where the reading goes on.

use yew::Html;

use super::tag::{row, tag};

/// The id of the heading: the shell moves the focus there.
pub const ID: &str = "kassa-heading";

/// The heading and the sentence under it.
pub fn heading(title: &str, lead: &str) -> Html {
    row(vec![
        bare_heading(title),
        tag("p").class("lead").text(lead).done(),
    ])
}

/// The heading, where it says enough.
pub fn bare_heading(title: &str) -> Html {
    tag("h1")
        .with("id", ID)
        .with("tabindex", "-1")
        .text(title)
        .done()
}
