//! The server's word arrives: what it changes for the payer, and what others hear of it.

use kassa_wire::embed::FrameMessage;
use kassa_wire::state::{PaymentState, SessionState};
use kassa_wire::view::{PaymentView, SessionView};

use super::consent::is_asking;
use super::consequence::Consequence;
use super::countries::keep_countries;
use super::country::keep_fields;
use super::drawn;
use super::effect::{Effect, Place, Saying};
use super::information::merge;
use super::stage_of::stage_of;
use super::state::{Attempt, Checkout, Choice, Notice, Stage};

/// Takes a view, unless a newer one is here already.
pub(super) fn take(checkout: &mut Checkout, mut view: SessionView) -> Vec<Effect> {
    checkout.missed_looks = 0;
    if view.version < checkout.view.version {
        return Vec::new();
    }
    keep_countries(&checkout.view.fields, &mut view.fields);
    drawn::keep(&checkout.view, &mut view);
    let still_locked = view.locked;
    let newly_locked = still_locked && !checkout.view.locked;
    let mut effects: Vec<_> = news(&checkout.view, &view)
        .into_iter()
        .map(Effect::Tell)
        .collect();
    let moved = view.state != checkout.view.state;
    let stage = std::mem::replace(&mut checkout.stage, Stage::Following);
    let asking = matches!(&stage, Stage::Paying(attempt) if is_asking(attempt));
    checkout.stage = follow(stage, &checkout.view, &view);
    if moved && checkout.notice != Some(Notice::Stale) {
        checkout.notice = None;
    }
    if moved && matches!(checkout.stage, Stage::Choosing(_)) && declined(&view) {
        effects.push(Effect::Focus(Place::Notice));
    }
    effects.extend(keep_fields(checkout, &mut view));
    if asking && matches!(checkout.stage, Stage::Choosing(_)) {
        effects.push(Effect::Say(Saying::Total));
    }
    checkout.view = view;
    if still_locked && can_edit(&checkout.view) {
        checkout.notice = Some(Notice::Locked);
        if newly_locked {
            effects.push(Effect::Say(Saying::Notice(Notice::Locked)));
        }
        effects.push(Effect::LookLater {
            seconds: LOOK_AT_A_LOCK,
        });
    } else if checkout.notice == Some(Notice::Locked) {
        checkout.notice = None;
        effects.push(Effect::Say(Saying::Total));
    }
    effects
}

/// How long until a locked session is looked at again, in seconds. A change is heard of; a lock
/// that nobody takes away ends without a word.
const LOOK_AT_A_LOCK: u32 = 5;

/// The merchant's server is changing the session: said, and looked after.
pub(super) fn locked(checkout: &mut Checkout) -> Vec<Effect> {
    let mut effects = say(checkout, Notice::Locked);
    effects.push(Effect::Fetch);
    effects
}

/// Where the payer is after the server's word, keeping what they typed wherever it still counts.
fn follow(stage: Stage, old: &SessionView, new: &SessionView) -> Stage {
    match stage {
        Stage::Editing(form) if still_editing(&form.values, old, new) => {
            Stage::Editing(merge(form, &old.payer, &new.payer, &new.fields))
        }
        Stage::Confirming(draft) if can_edit(new) => Stage::Confirming(draft),
        Stage::Choosing(choice) if new.state == SessionState::Confirmed => {
            Stage::Choosing(still_offered(choice, new))
        }
        Stage::Elsewhere(choice) if new.state == SessionState::Confirmed => {
            Stage::Choosing(still_offered(choice, new))
        }
        Stage::Elsewhere(choice) if stage_of(new) == Stage::Following => Stage::Elsewhere(choice),
        Stage::Paying(attempt) => still_paying(attempt, old, new),
        Stage::Unanswered(attempt) if is_unheard(&attempt, new) => Stage::Unanswered(attempt),
        Stage::Unanswered(attempt) if new.state == SessionState::Confirmed => {
            Stage::Choosing(still_offered(attempt.choice, new))
        }
        Stage::Cancelling(before) if can_edit(new) => Stage::Cancelling(before),
        Stage::AlreadyPaid if new.state == SessionState::Complete || can_edit(new) => {
            Stage::AlreadyPaid
        }
        Stage::Editing(_)
        | Stage::Confirming(_)
        | Stage::Choosing(_)
        | Stage::Unanswered(_)
        | Stage::Cancelling(_)
        | Stage::AlreadyPaid
        | Stage::Reviewing
        | Stage::Following
        | Stage::Elsewhere(_)
        | Stage::Acting(_)
        | Stage::Pending
        | Stage::Paid
        | Stage::Expired
        | Stage::Cancelled => stage_of(new),
    }
}

/// Whatever is under way goes on until it is settled. While the merchant's page is only asked, what it
/// is asked about and what the button said has to be what would be paid.
fn still_paying(attempt: Attempt, old: &SessionView, new: &SessionView) -> Stage {
    if !is_asking(&attempt) && is_unsettled(new) {
        return Stage::Paying(attempt);
    }
    if !is_asking(&attempt) || new.state != SessionState::Confirmed {
        return stage_of(new);
    }
    if new.total == old.total {
        Stage::Paying(attempt)
    } else {
        Stage::Choosing(still_offered(attempt.choice, new))
    }
}

fn can_edit(view: &SessionView) -> bool {
    matches!(view.state, SessionState::Open | SessionState::Confirmed)
}

/// The form stays while something in it is the payer's own, or while nothing changed but the
/// language.
fn still_editing(
    typed: &kassa_wire::payer::PayerValues,
    old: &SessionView,
    new: &SessionView,
) -> bool {
    can_edit(new)
        && (typed != &old.payer || new.version == old.version || new.state == SessionState::Open)
}

fn still_offered(mut choice: Choice, view: &SessionView) -> Choice {
    choice.method = choice
        .method
        .filter(|kind| view.methods.iter().any(|method| method.kind == *kind));
    choice
}

/// Whether the answer to the press that is under way is still to come: nothing here says more.
fn is_unsettled(view: &SessionView) -> bool {
    let asks = view
        .payment
        .as_ref()
        .is_some_and(|payment| payment.action.is_some() || payment.transfer.is_some());
    can_edit(view) || view.state == SessionState::Paying && !asks
}

/// Whether the server has nothing to say of an attempt whose answer was lost: the same attempt
/// may be sent again.
fn is_unheard(attempt: &Attempt, view: &SessionView) -> bool {
    view.state == SessionState::Confirmed && !(view.version > attempt.version && declined(view))
}

fn declined(view: &SessionView) -> bool {
    view.payment
        .as_ref()
        .is_some_and(|payment| payment.state == PaymentState::Declined)
}

/// Whether a payment stands elsewhere, or was announced anew.
fn moved(old: &PaymentView, new: &PaymentView) -> bool {
    (&old.reference, old.state) != (&new.reference, new.state)
        || new.confirm_url.is_some() && old.confirm_url.is_none()
}

/// What the merchant's page hears of a change.
fn news(old: &SessionView, new: &SessionView) -> Vec<FrameMessage> {
    let mut messages = Vec::new();
    if new.payer != old.payer {
        messages.push(FrameMessage::Change);
    }
    if let Some(payment) = &new.payment
        && old.payment.as_ref().is_none_or(|old| moved(old, payment))
    {
        messages.push(FrameMessage::Payment {
            reference: payment.reference.clone(),
            status: payment.state,
            return_url: new.return_url.clone(),
            confirm_url: payment.confirm_url.clone(),
        });
    }
    if new.state != old.state {
        match new.state {
            SessionState::Cancelled => messages.push(FrameMessage::Cancel),
            SessionState::Expired => messages.push(FrameMessage::Expired),
            SessionState::Open
            | SessionState::Confirmed
            | SessionState::Paying
            | SessionState::Complete => {}
        }
    }
    messages
}

/// A refusal that ends what the payer was doing: shown at once, and the whole word is asked for.
pub(super) fn close(checkout: &mut Checkout, why: Consequence) -> Vec<Effect> {
    checkout.notice = None;
    checkout.stage = match why {
        Consequence::Expired => Stage::Expired,
        Consequence::Cancelled => Stage::Cancelled,
        Consequence::AlreadyPaid => Stage::AlreadyPaid,
        Consequence::InProgress
        | Consequence::NotFound
        | Consequence::Stale
        | Consequence::Fields
        | Consequence::Card
        | Consequence::Method
        | Consequence::Locked
        | Consequence::Fault => {
            checkout.notice = Some(Notice::InProgress);
            Stage::Following
        }
    };
    vec![Effect::Fetch]
}

/// The server could not be reached or is in trouble: nothing is lost, and it can be tried again.
pub(super) fn trouble(checkout: &mut Checkout) -> Vec<Effect> {
    let mut effects = say(checkout, Notice::Trouble);
    effects.push(tell_of_error("network"));
    effects
}

/// The same where it may have been done all the same: what is on the screen has to be what counts.
pub(super) fn trouble_and_look(checkout: &mut Checkout) -> Vec<Effect> {
    let mut effects = trouble(checkout);
    effects.push(Effect::Fetch);
    effects
}

/// Puts a notice on the screen and leads there.
pub(super) fn say(checkout: &mut Checkout, notice: Notice) -> Vec<Effect> {
    checkout.notice = Some(notice);
    vec![
        Effect::Focus(Place::Notice),
        Effect::Say(Saying::Notice(notice)),
    ]
}

/// The merchant's page hears a code, never a text.
pub(super) fn tell_of_error(code: &str) -> Effect {
    Effect::Tell(FrameMessage::Error {
        code: code.to_owned(),
    })
}
