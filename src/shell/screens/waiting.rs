//! Waiting for an answer, and what the payer does elsewhere meanwhile.

use kassa_wire::page::Ui;
use kassa_wire::state::MethodKind;
use kassa_wire::view::{ActionKind, ActionView};
use yew::Html;

use super::notices::notices;
use super::{Screen, version};
use crate::checkout::{Attempt, Checkout};
use crate::components::tag::{row, tag};
use crate::components::{self, Busy, challenge, heading, link_button, primary_button, wire_name};
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
pub(super) fn check_again(screen: &Screen, checkout: &Checkout) -> Html {
    let href = screen.address(checkout).page();
    tag("p")
        .tag(
            tag("a")
                .with("href", &href)
                .text(screen.text.text(Key::CheckAgain)),
        )
        .done()
}

/// The payer has something to do elsewhere.
pub(super) fn acting(screen: &Screen, checkout: &Checkout, action: &ActionView) -> Html {
    let (title, sentence) = match action.kind {
        ActionKind::Challenge => (Key::ChallengeHeading, Key::ChallengeText),
        ActionKind::Redirect if pays_by_card(checkout) => {
            (Key::ChallengeHeading, Key::ChallengeAway)
        }
        ActionKind::Redirect => (Key::RedirectHeading, Key::RedirectText),
    };
    row(vec![
        notices(screen, checkout),
        heading(screen.text.text(title), &screen.about(sentence, checkout)),
        match action.kind {
            ActionKind::Challenge => challenge(screen.text, &action.url),
            ActionKind::Redirect => way_out(screen, checkout, action),
        },
        check_again(screen, checkout),
    ])
}

/// The way to the wallet, or to a bank that does not let itself be framed. A frame cannot show
/// their pages: they open beside, and the button says so.
fn way_out(screen: &Screen, checkout: &Checkout, action: &ActionView) -> Html {
    let (label, target) = match (pays_by_card(checkout), screen.page.ui) {
        (true, Ui::Hosted) => (Key::ChallengeGo, None),
        (true, Ui::Inline) => (Key::ChallengeOpen, Some("_blank")),
        (false, Ui::Hosted) => (Key::RedirectOpen, None),
        (false, Ui::Inline) => (Key::RedirectOpen, Some("_blank")),
    };
    link_button(&action.url, screen.text.text(label), target)
}

fn pays_by_card(checkout: &Checkout) -> bool {
    let payment = checkout.view.payment.as_ref();
    payment.is_some_and(|payment| payment.method == MethodKind::Card)
}
