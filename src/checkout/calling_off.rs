//! The payer calls it off.

use kassa_wire::view::SessionView;

use super::arrival;
use super::consequence::{self, Consequence};
use super::effect::Effect;
use super::event::Failure;
use super::state::{Checkout, Stage};

/// **Cancel**, only where nothing is under way.
pub(super) fn press(checkout: &mut Checkout) -> Vec<Effect> {
    if !matches!(
        checkout.stage,
        Stage::Reviewing | Stage::Editing(_) | Stage::Choosing(_)
    ) {
        return Vec::new();
    }
    checkout.notice = None;
    checkout.stage = Stage::Cancelling(Box::new(checkout.stage.clone()));
    vec![Effect::Cancel]
}

/// The server's word on it.
pub(super) fn answered(
    checkout: &mut Checkout,
    answer: Result<Box<SessionView>, Failure>,
) -> Vec<Effect> {
    if let Stage::Cancelling(before) = &checkout.stage {
        checkout.stage = *before.clone();
    }
    match answer {
        Ok(view) => arrival::take(checkout, *view),
        Err(Failure::Unanswered | Failure::Later(_)) => arrival::trouble(checkout),
        Err(Failure::Refused(code, _)) => refused(checkout, consequence::of(code)),
    }
}

fn refused(checkout: &mut Checkout, why: Consequence) -> Vec<Effect> {
    match why {
        Consequence::Expired
        | Consequence::Cancelled
        | Consequence::AlreadyPaid
        | Consequence::InProgress => arrival::close(checkout, why),
        Consequence::NotFound
        | Consequence::Stale
        | Consequence::Fields
        | Consequence::Card
        | Consequence::Method
        | Consequence::Locked
        | Consequence::Fault => arrival::trouble_and_look(checkout),
    }
}
