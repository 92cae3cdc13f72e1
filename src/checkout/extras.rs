//! How it is sent, and codes that make it cheaper.

use kassa_wire::problem::ProblemCode;
use kassa_wire::view::SessionView;

use super::arrival;
use super::consequence::{self, Consequence};
use super::effect::{Effect, Saying};
use super::event::Failure;
use super::state::{Checkout, Stage, Wish};

/// Another way to send it was chosen. One wish at a time: the next one would be a change of a
/// version that is not known yet.
pub(super) fn ship(checkout: &mut Checkout, option: String) -> Vec<Effect> {
    let mut offered = checkout.view.shipping.iter();
    if offered.any(|it| it.id == option && !it.chosen) {
        wish(checkout, Wish::Shipping(option))
    } else {
        Vec::new()
    }
}

/// The text in the code's field is another one.
pub(super) fn type_code(checkout: &mut Checkout, text: String) -> Vec<Effect> {
    checkout.extras.code = text;
    checkout.extras.refused = false;
    Vec::new()
}

/// **Apply**: the code that was typed counts too.
pub(super) fn apply_code(checkout: &mut Checkout) -> Vec<Effect> {
    let code = checkout.extras.code.trim().to_owned();
    if code.is_empty() {
        return Vec::new();
    }
    let mut codes = codes_of(&checkout.view);
    codes.push(code);
    wish(checkout, Wish::Discounts(codes))
}

/// A code is not to count any more.
pub(super) fn remove_code(checkout: &mut Checkout, code: &str) -> Vec<Effect> {
    let mut codes = codes_of(&checkout.view);
    codes.retain(|known| known != code);
    wish(checkout, Wish::Discounts(codes))
}

fn codes_of(view: &SessionView) -> Vec<String> {
    let discounts = view.discounts.as_ref();
    discounts.map_or_else(Vec::new, |it| it.codes.clone())
}

fn wish(checkout: &mut Checkout, wish: Wish) -> Vec<Effect> {
    let can_choose = matches!(checkout.stage, Stage::Choosing(_)) && !checkout.view.locked;
    if !can_choose || checkout.extras.asked.is_some() {
        return Vec::new();
    }
    checkout.extras.asked = Some(wish.clone());
    checkout.extras.refused = false;
    checkout.notice = None;
    vec![Effect::Choose {
        version: checkout.view.version,
        wish,
    }]
}

/// The server's word on it.
pub(super) fn answered(
    checkout: &mut Checkout,
    answer: Result<Box<SessionView>, Failure>,
) -> Vec<Effect> {
    let asked = checkout.extras.asked.take();
    match answer {
        Ok(view) => {
            if matches!(asked, Some(Wish::Discounts(_))) {
                checkout.extras.code = String::new();
            }
            let before = checkout.view.total.clone();
            let mut effects = arrival::take(checkout, *view);
            if checkout.view.total != before {
                effects.push(Effect::Say(Saying::Total));
            }
            effects
        }
        // It may have been done: the total on the screen has to be the one that is paid.
        Err(Failure::Unanswered | Failure::Later(_)) => arrival::trouble_and_look(checkout),
        Err(Failure::Refused(code, _)) => refused(checkout, asked.as_ref(), code),
    }
}

fn refused(checkout: &mut Checkout, asked: Option<&Wish>, code: ProblemCode) -> Vec<Effect> {
    match consequence::of(code) {
        Consequence::Fields if matches!(asked, Some(Wish::Discounts(_))) => {
            checkout.extras.refused = true;
            vec![Effect::Say(Saying::CodeRefused)]
        }
        why @ (Consequence::Expired
        | Consequence::Cancelled
        | Consequence::AlreadyPaid
        | Consequence::InProgress) => arrival::close(checkout, why),
        Consequence::Locked => arrival::locked(checkout),
        // Somebody was faster: what they changed is on the screen before anything is paid.
        Consequence::Stale => vec![Effect::Fetch],
        Consequence::NotFound
        | Consequence::Fields
        | Consequence::Card
        | Consequence::Method
        | Consequence::Fault => arrival::trouble_and_look(checkout),
    }
}
