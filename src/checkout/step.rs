//! One event, one step.

use kassa_wire::view::SessionView;

use super::effect::{Effect, Place};
use super::event::{Event, Failure};
use super::form::Checks;
use super::state::{Checkout, Screen, State};
use super::{
    arrival, calling_off, consent, consequence, country, extras, information, line, looking,
    payment,
};

/// What follows when `event` happens in `state`: the next state, and what is to be done.
///
/// `checks` finds out what takes more than rules.
///
/// Total: an event that makes no sense in a state changes nothing and asks for nothing.
#[must_use]
pub fn step(state: State, event: Event, checks: &dyn Checks) -> (State, Vec<Effect>) {
    match begin(state, event, checks) {
        Ok(done) => done,
        Err((state, event)) => go_on(state, event),
    }
}

/// The same as far as the information goes: what a page needs of it at once.
///
/// # Errors
/// State and event as they were, where [`go_on`] decides what follows.
pub fn begin(
    mut state: State,
    event: Event,
    checks: &dyn Checks,
) -> Result<(State, Vec<Effect>), (State, Event)> {
    let State::Checkout(checkout) = &mut state else {
        return Ok((state, Vec::new()));
    };
    let before = checkout.stage.screen();
    match inform(checkout, event, checks) {
        Ok(mut effects) => {
            go_on_reading(before, state.screen(), &mut effects);
            Ok((state, effects))
        }
        Err(event) => Err((state, event)),
    }
}

/// What follows from everything else.
#[must_use]
pub fn go_on(state: State, event: Event) -> (State, Vec<Effect>) {
    let before = state.screen();
    let (state, mut effects) = match state {
        State::Checkout(_) if tells_of_no_session(&event) => (State::NotFound, Vec::new()),
        State::Checkout(mut checkout) => {
            let effects = advance(&mut checkout, event);
            (State::Checkout(checkout), effects)
        }
        state @ (State::NotFound | State::Trouble) => (state, Vec::new()),
    };
    go_on_reading(before, state.screen(), &mut effects);
    (state, effects)
}

/// What follows where [`go_on`] could not be had for what the payer did, with the server's word on the
/// information where that was waited for: nothing is lost, and it can be tried again.
pub fn miss(state: &mut State, answer: Option<Result<Box<SessionView>, Failure>>) -> Vec<Effect> {
    match state {
        State::Checkout(checkout) => information::miss(checkout, answer),
        State::NotFound | State::Trouble => Vec::new(),
    }
}

fn inform(
    checkout: &mut Checkout,
    event: Event,
    checks: &dyn Checks,
) -> Result<Vec<Effect>, Event> {
    Ok(match event {
        Event::FieldEdited { name, text } => information::edit(checkout, &name, text, checks),
        Event::FieldLeft { name } => information::leave(checkout, &name, checks),
        Event::MeantTaken => information::take_meant(checkout, checks),
        Event::FieldsArrived(fields) => country::arrived(checkout, fields),
        Event::ChangePressed => information::change(checkout),
        Event::ConfirmPressed => information::confirm(checkout, checks),
        Event::LineLost => line::lost(checkout),
        Event::LineBack if information::is_all(checkout) => line::said(checkout),
        Event::LookDue if information::is_all(checkout) => Vec::new(),
        Event::VersionHeard(version) if version == checkout.view.version => Vec::new(),
        later @ (Event::ConfirmAnswered(_)
        | Event::MethodChosen(_)
        | Event::CardEdited { .. }
        | Event::CardLeft { .. }
        | Event::ShippingChosen(_)
        | Event::CodeEdited(_)
        | Event::CodeApplied
        | Event::CodeRemoved(_)
        | Event::ExtrasAnswered(_)
        | Event::PayPressed { .. }
        | Event::ConsentWished(_)
        | Event::HostAnswered { .. }
        | Event::CardTokenised(_)
        | Event::PayAnswered { .. }
        | Event::RetryPressed
        | Event::CancelPressed
        | Event::CancelAnswered(_)
        | Event::ViewArrived(_)
        | Event::ViewFailed(_)
        | Event::LookDue
        | Event::LineBack
        | Event::LanguageFailed
        | Event::VersionHeard(_)
        | Event::TimeIsUp) => return Err(later),
    })
}

fn advance(checkout: &mut Checkout, event: Event) -> Vec<Effect> {
    match event {
        // `begin` has answered these.
        Event::FieldEdited { .. }
        | Event::FieldLeft { .. }
        | Event::MeantTaken
        | Event::FieldsArrived(_)
        | Event::ChangePressed
        | Event::ConfirmPressed
        | Event::LineLost => Vec::new(),
        Event::ConfirmAnswered(answer) => information::answered(checkout, answer),
        Event::MethodChosen(method) => payment::choose(checkout, method),
        Event::CardEdited { name, text } => payment::edit_card(checkout, &name, text),
        Event::CardLeft { name, this_month } => payment::leave_card(checkout, &name, this_month),
        Event::ShippingChosen(option) => extras::ship(checkout, option),
        Event::CodeEdited(text) => extras::type_code(checkout, text),
        Event::CodeApplied => extras::apply_code(checkout),
        Event::CodeRemoved(code) => extras::remove_code(checkout, &code),
        Event::ExtrasAnswered(answer) => extras::answered(checkout, answer),
        Event::PayPressed { key, this_month } => payment::pay(checkout, key, this_month),
        Event::ConsentWished(consent) => consent::wish(checkout, consent),
        Event::HostAnswered { key, verdict } => consent::answered(checkout, &key, verdict),
        Event::CardTokenised(answer) => payment::tokenised(checkout, answer),
        Event::PayAnswered { key, answer } => payment::answered(checkout, &key, answer),
        Event::RetryPressed => payment::retry(checkout),
        Event::CancelPressed => calling_off::press(checkout),
        Event::CancelAnswered(answer) => calling_off::answered(checkout, answer),
        Event::ViewArrived(view) => arrival::take(checkout, *view),
        Event::ViewFailed(failure) => looking::missed(checkout, &failure),
        Event::LookDue => looking::again(checkout),
        Event::LineBack => line::back(checkout),
        Event::LanguageFailed => arrival::trouble(checkout),
        Event::VersionHeard(_) | Event::TimeIsUp => vec![Effect::Fetch],
    }
}

fn tells_of_no_session(event: &Event) -> bool {
    let (Event::ConfirmAnswered(Err(failure))
    | Event::CancelAnswered(Err(failure))
    | Event::ExtrasAnswered(Err(failure))
    | Event::ViewFailed(failure)
    | Event::PayAnswered {
        answer: Err(failure),
        ..
    }) = event
    else {
        return false;
    };
    match failure {
        Failure::Refused(code, _) => consequence::of(*code) == consequence::Consequence::NotFound,
        Failure::Unanswered | Failure::Later(_) => false,
    }
}

/// On a new screen the reading goes on at its heading, unless the handler knew a better place.
fn go_on_reading(before: Screen, after: Screen, effects: &mut Vec<Effect>) {
    let placed = effects
        .iter()
        .any(|effect| matches!(effect, Effect::Focus(_)));
    if before != after && !placed {
        effects.push(Effect::Focus(Place::Heading));
    }
}
