//! Waiting for an answer.

use yew::Html;

use super::drawn::drawn;
use super::notices::notices;
use super::{Screen, version};
use crate::checkout::{Attempt, Checkout};
use crate::components::tag::{row, tag};
use crate::components::{self, Busy, heading, primary_button, wire_name};
use crate::i18n::Key;

/// The answer to **Pay** was lost: the same attempt once more.
pub(super) fn unanswered(screen: &Screen, checkout: &Checkout, attempt: &Attempt) -> Html {
    let method = attempt.choice.method.map(wire_name).unwrap_or_default();
    let hidden = [
        version(checkout),
        ("attempt_key", attempt.key.as_str().to_owned()),
        ("method", method.to_owned()),
    ];
    let button = primary_button("pay", screen.text.text(Key::TryAgain), Busy::No);
    row(vec![
        notices(screen, checkout),
        heading(
            screen.text.text(Key::UnansweredHeading),
            screen.text.text(Key::UnansweredText),
        ),
        components::form(&screen.address(checkout).page(), &hidden, button),
    ])
}

/// The payment is under way, and nothing is to be done here.
pub(super) fn following(screen: &Screen, checkout: &Checkout) -> Html {
    row(vec![
        notices(screen, checkout),
        tag("p").class("waiting").with("aria-hidden", "true").done(),
        heading(
            screen.text.text(Key::FollowingHeading),
            screen.text.text(Key::FollowingText),
        ),
        check_again(screen, checkout),
    ])
}

/// A link to the page itself, for who has no program to follow.
fn check_again(screen: &Screen, checkout: &Checkout) -> Html {
    let href = screen.address(checkout).page();
    tag("p")
        .tag(
            tag("a")
                .with("href", &href)
                .text(screen.text.text(Key::CheckAgain)),
        )
        .done()
}

/// The payer has something to do elsewhere, or with their bank: the server says what.
pub(super) fn elsewhere(screen: &Screen, checkout: &Checkout) -> Html {
    row(vec![notices(screen, checkout), drawn(checkout)])
}
