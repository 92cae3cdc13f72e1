//! The payer has something to do elsewhere: a bank's challenge, or a wallet's page.

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

/// The way to the wallet, or to a bank that does not let itself be framed. A frame cannot show
/// their pages: they open beside, and the button says so.
fn way_out(look: &Look<'_>, (method, url): (MethodKind, &str)) -> Markup {
    let (label, beside) = match (method, look.ui) {
        (MethodKind::Card, Ui::Hosted) => (Key::ChallengeGo, None),
        (MethodKind::Card, Ui::Inline) => (Key::ChallengeOpen, Some("_blank")),
        (MethodKind::BankTransfer | MethodKind::Wallet, Ui::Hosted) => (Key::RedirectOpen, None),
        (MethodKind::BankTransfer | MethodKind::Wallet, Ui::Inline) => {
            (Key::RedirectOpen, Some("_blank"))
        }
    };
    html! {
        a .primary href=(url) target=[beside] rel=[beside.map(|_| "noopener")] { (look.say(label)) }
    }
}
