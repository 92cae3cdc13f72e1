//! Which screen a stage is on.

use yew::Html;

use super::{Screen, closed, information, payment, receipt, waiting};
use crate::checkout::{Checkout, Draft, Stage};
use crate::components::Busy;
use crate::i18n::Key;

/// What there is to do, by stage.
pub(super) fn work(screen: &Screen, checkout: &Checkout) -> Html {
    stage(screen, checkout, &checkout.stage)
}

fn stage(screen: &Screen, checkout: &Checkout, stage: &Stage) -> Html {
    match stage {
        Stage::Reviewing => information::review(screen, checkout, Busy::No),
        Stage::Editing(form) => information::form(screen, checkout, form, Busy::No),
        Stage::Confirming(Draft::Summary) => information::review(screen, checkout, Busy::Yes),
        Stage::Confirming(Draft::Form(form)) => {
            information::form(screen, checkout, form, Busy::Yes)
        }
        Stage::Choosing(choice) => {
            payment::choose(screen, checkout, choice, &checkout.form_key, Busy::No)
        }
        Stage::Paying(attempt) => {
            payment::choose(screen, checkout, &attempt.choice, &attempt.key, Busy::Yes)
        }
        Stage::Unanswered(attempt) => waiting::unanswered(screen, checkout, attempt),
        Stage::Following | Stage::Elsewhere(_) => waiting::following(screen, checkout),
        Stage::Acting(_) | Stage::Pending => waiting::elsewhere(screen, checkout),
        Stage::Paid => receipt::paid(screen, checkout),
        Stage::AlreadyPaid => receipt::already_paid(screen, checkout),
        Stage::Expired => closed::closed(screen, checkout, Key::ExpiredHeading, Key::ExpiredText),
        Stage::Cancelled => {
            closed::closed(screen, checkout, Key::CancelledHeading, Key::CancelledText)
        }
        Stage::Cancelling(before) => self::stage(screen, checkout, before),
    }
}
