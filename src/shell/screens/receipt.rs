//! Step 3: paid.

use yew::Html;

use super::Screen;
use super::closed::after;
use crate::checkout::Checkout;
use crate::components::heading;
use crate::components::tag::{row, tag};
use crate::i18n::Key;

/// Paid by this page, or seen afterwards.
pub(super) fn paid(screen: &Screen, checkout: &Checkout) -> Html {
    receipt(screen, checkout, Key::PaidHeading, Key::PaidText)
}

/// Paid before this page tried: the payer was about to pay again. There is a receipt where this
/// session paid; another session's is on that one's page.
pub(super) fn already_paid(screen: &Screen, checkout: &Checkout) -> Html {
    receipt(screen, checkout, Key::AlreadyHeading, Key::AlreadyText)
}

fn receipt(screen: &Screen, checkout: &Checkout, title: Key, lead: Key) -> Html {
    row(vec![
        tag("p")
            .class("finished-mark")
            .with("aria-hidden", "true")
            .text("✓")
            .done(),
        heading(screen.text.text(title), &screen.about(lead, checkout)),
        after(screen, checkout),
    ])
}
