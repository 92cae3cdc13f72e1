//! A session that is over without a payment: the way to a new link, and back.

use kassa::i18n::Key;
use kassa_wire::view::SessionView;
use maud::{Markup, html};

use super::Look;

/// The form that tells the merchant, or that they were told.
pub(super) fn closed(look: &Look<'_>, view: &SessionView) -> Markup {
    html! {
        @if view.link_asked {
            p .notice { (look.about(Key::AskedLink, view)) }
        } @else {
            form method="post" action=(look.address(view).page()) {
                button .primary type="submit" name="intent" value="link" {
                    (look.say(Key::AskLink))
                }
            }
        }
        (look.way_back(view))
    }
}
