//! Which screen a stage is on.

use yew::Html;

use super::{Screen, information};
use crate::checkout::{Checkout, Draft, Stage};
use crate::components::Busy;
use crate::shell::later;

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
        Stage::Cancelling(before) => self::stage(screen, checkout, before),
        Stage::Choosing(_)
        | Stage::Paying(_)
        | Stage::Unanswered(_)
        | Stage::Following
        | Stage::Elsewhere(_)
        | Stage::Acting(_)
        | Stage::Pending
        | Stage::Paid
        | Stage::AlreadyPaid
        | Stage::Expired
        | Stage::Cancelled => {
            later::here().map_or_else(Html::default, |later| (later.work)(screen, checkout))
        }
    }
}
