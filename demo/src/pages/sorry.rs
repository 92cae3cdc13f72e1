//! Something is not as it should be.

use maud::{Markup, html};

use super::layout::layout;

/// A page that says so.
pub(crate) fn sorry(title: &str, words: &str) -> Markup {
    let content = html! {
        h1 { (title) }
        p { (words) }
        p { a href="/" { "← All payments" } }
    };
    layout(title, &html! {}, &content)
}
