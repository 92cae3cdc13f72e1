//! Which screen a stage is on, from the payment on.

use yew::Html;

use super::{Screen, closed, payment, receipt, waiting};
use crate::checkout::{Checkout, Stage};
use crate::components::Busy;
use crate::i18n::Key;

/// What there is to do, by stage.
pub(in crate::shell) fn later_work(screen: &Screen, checkout: &Checkout) -> Html {
    stage_of(screen, checkout, &checkout.stage)
}

fn stage_of(screen: &Screen, checkout: &Checkout, stage: &Stage) -> Html {
    match stage {
        Stage::Reviewing | Stage::Editing(_) | Stage::Confirming(_) => Html::default(),
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
        Stage::Cancelling(before) => stage_of(screen, checkout, before),
    }
}
