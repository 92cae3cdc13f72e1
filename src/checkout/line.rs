//! The browser loses its network, and has it again.

use super::effect::{Effect, Saying};
use super::state::{Checkout, Notice, Stage};
use super::{looking, payment};

/// Said at once, so that nobody presses what cannot be sent. The focus stays where the payer is.
pub(super) fn lost(checkout: &mut Checkout) -> Vec<Effect> {
    if is_over(&checkout.stage) {
        return Vec::new();
    }
    checkout.notice = Some(Notice::Offline);
    vec![Effect::Say(Saying::Notice(Notice::Offline))]
}

/// An attempt whose answer was lost is sent again by itself, under its own key: it cannot charge
/// twice. Whoever waits looks again.
pub(super) fn back(checkout: &mut Checkout) -> Vec<Effect> {
    let mut effects = said(checkout);
    if matches!(checkout.stage, Stage::Unanswered(_)) {
        effects.extend(payment::retry(checkout));
    } else {
        effects.extend(looking::again(checkout));
    }
    effects
}

/// The payer knows it.
pub(super) fn said(checkout: &mut Checkout) -> Vec<Effect> {
    if checkout.notice != Some(Notice::Offline) {
        return Vec::new();
    }
    checkout.notice = None;
    vec![Effect::Say(Saying::Online)]
}

fn is_over(stage: &Stage) -> bool {
    matches!(
        stage,
        Stage::Paid | Stage::AlreadyPaid | Stage::Expired | Stage::Cancelled
    )
}
