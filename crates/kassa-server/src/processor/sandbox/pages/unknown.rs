//! Nothing is there.

use maud::{Markup, html};

use super::layout::layout;

/// The page for an address that leads to no charge.
pub(in super::super) fn unknown() -> Markup {
    let content = html! { p { "This link leads nowhere. Go back to the checkout and try again." } };
    layout("Sandbox", "Nothing is here", &content)
}
