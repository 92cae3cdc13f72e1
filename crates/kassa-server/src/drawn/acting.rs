//! The payer has something to do elsewhere: a bank's challenge, or a wallet's page.

use kassa::components::act;
use kassa::i18n::Key;
use kassa_wire::page::Ui;
use kassa_wire::state::MethodKind;
use kassa_wire::view::{ActionKind, ActionView, PaymentView, SessionView};
use maud::{Markup, html};

use super::Look;

/// What there is to do, and the way there.
pub(super) fn acting(
    look: &Look<'_>,
    view: &SessionView,
    (payment, action): (&PaymentView, &ActionView),
) -> Markup {
    let by_card = payment.method == MethodKind::Card;
    let (title, sentence) = match action.kind {
        ActionKind::Challenge => (Key::ChallengeHeading, Key::ChallengeText),
        ActionKind::Redirect if by_card => (Key::ChallengeHeading, Key::ChallengeAway),
        ActionKind::Redirect => (Key::RedirectHeading, Key::RedirectText),
    };
    html! {
        (look.heading(title, &look.about(sentence, view)))
        @match action.kind {
            ActionKind::Challenge => (challenge(look, &action.url)),
            ActionKind::Redirect => (way_out(look, (payment.method, &action.url))),
        }
        (look.check_again(view))
    }
}

/// The bank's page in a frame, and a way around it where a bank refuses to be framed. The style
/// shows the sentence about a late answer once it is late.
fn challenge(look: &Look<'_>, url: &str) -> Markup {
    html! {
        div .card.challenge {
            iframe src=(url) title=(look.say(Key::ChallengeFrame)) {}
            p .late { (look.say(Key::ChallengeLate)) }
            p .caption {
                a href=(url) target="_blank" rel="noopener" { (look.say(Key::ChallengeOpen)) }
            }
        }
    }
}

/// The way to the wallet, or to a bank that does not let itself be framed.
fn way_out(look: &Look<'_>, (method, url): (MethodKind, &str)) -> Markup {
    let label = match (method, look.ui) {
        (MethodKind::Card, Ui::Hosted) => Key::ChallengeGo,
        (MethodKind::Card, Ui::Inline) => Key::ChallengeOpen,
        (MethodKind::BankTransfer | MethodKind::Wallet, _) => Key::RedirectOpen,
    };
    match look.ui {
        Ui::Hosted => html! { a .primary href=(url) { (look.say(label)) } },
        Ui::Inline => way_beside(look, label, url),
    }
}

/// A frame cannot show their pages: they open beside. Where the browser opens no window, they take
/// the place of the merchant's page, and come back to the session's.
fn way_beside(look: &Look<'_>, label: Key, url: &str) -> Markup {
    html! {
        a .primary href=(url) target="_blank" rel="noopener" data-act=(act::OPEN) { (look.say(label)) }
        p data-window="open" hidden { (look.say(Key::WindowText)) }
        p data-window="blocked" hidden {
            (look.say(Key::WindowBlocked)) " "
            a href=(url) target="_top" { (look.say(label)) }
        }
    }
}
