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
    match action.kind {
        ActionKind::Challenge => row(vec![
            heading(
                screen.text.text(Key::ChallengeHeading),
                &screen.about(Key::ChallengeText, checkout),
            ),
            challenge(screen.text, &action.url),
        ]),
        // A bank that does not let itself be framed.
        ActionKind::Redirect if pays_by_card(checkout) => row(vec![
            heading(
                screen.text.text(Key::ChallengeHeading),
                &screen.about(Key::ChallengeText, checkout),
            ),
            link_button(
                &action.url,
                screen.text.text(Key::ChallengeOpen),
                wallet_target(screen.page.ui),
            ),
        ]),
        ActionKind::Redirect => row(vec![
            heading(
                screen.text.text(Key::RedirectHeading),
                &screen.about(Key::RedirectText, checkout),
            ),
            link_button(
                &action.url,
                screen.text.text(Key::RedirectOpen),
                wallet_target(screen.page.ui),
            ),
        ]),
    }
}

fn pays_by_card(checkout: &Checkout) -> bool {
    let payment = checkout.view.payment.as_ref();
    payment.is_some_and(|payment| payment.method == MethodKind::Card)
}

/// A frame cannot show the wallet's page: it opens beside.
fn wallet_target(ui: Ui) -> Option<&'static str> {
    match ui {
        Ui::Hosted => None,
        Ui::Inline => Some("_blank"),
    }
}
