//! What is decided before the rest of the program is there, and what follows where it does not come.

use kassa_wire::page::Notice as PageNotice;
use kassa_wire::problem::ProblemCode;
use kassa_wire::state::SessionState;

use super::fixture::{checkout_page, view};
use super::{Effect, Event, Journey, Notice, Stage, State, newer, refused};
use crate::checkout::form::Unchecked;
use crate::checkout::{asks_information, begin, miss};

fn editing() -> Journey {
    Journey::open()
        .then(Event::ChangePressed)
        .typed("city", "Enugu")
}

#[test]
fn information_needs_nothing_else() {
    for event in [
        Event::FieldEdited {
            name: "city".to_owned(),
            text: String::new(),
        },
        Event::FieldLeft {
            name: "city".to_owned(),
        },
        Event::MeantTaken,
        Event::ChangePressed,
        Event::ConfirmPressed,
        Event::LineLost,
        Event::LineBack,
        Event::LookDue,
        Event::VersionHeard(3),
    ] {
        let Journey { state, .. } = editing();
        let whole = editing().then(event.clone());
        let (state, effects) = begin(state, event, &Unchecked).expect("done at once");
        assert_eq!(state, whole.state);
        assert!(whole.effects.ends_with(&effects));
    }
}

#[test]
fn what_needs_the_rest_is_given_back_as_it_was() {
    let answer = Ok(Box::new(view(SessionState::Confirmed)));
    for event in [
        Event::ConfirmAnswered(answer),
        Event::CancelPressed,
        Event::VersionHeard(9),
        Event::TimeIsUp,
    ] {
        let Journey { state, .. } = editing().then(Event::ConfirmPressed);
        let before = state.clone();
        let given_back = begin(state, event.clone(), &Unchecked).expect_err("not done");
        assert_eq!(given_back, (before, event));
    }
}

#[test]
fn a_locked_session_waits_for_others() {
    for event in [Event::LineBack, Event::LookDue] {
        let Journey { mut state, .. } = editing();
        if let State::Checkout(checkout) = &mut state {
            checkout.view.locked = true;
        }
        assert!(begin(state, event, &Unchecked).is_err());
    }
}

#[test]
fn without_the_rest_the_payer_is_back_where_they_were_and_can_press_again() {
    let taken = newer(view(SessionState::Confirmed), 7);
    for (answer, version) in [
        (Ok(Box::new(taken)), 7),
        (Err(refused(ProblemCode::InvalidPayer)), 3),
    ] {
        let mut journey = editing().then(Event::ConfirmPressed).now();
        journey.effects = miss(&mut journey.state, Some(answer));
        assert_eq!(journey.form().values["city"], "Enugu");
        assert_eq!(journey.notice(), Some(Notice::Trouble));
        let again = journey.then(Event::ConfirmPressed);
        assert!(matches!(again.stage(), Stage::Confirming(_)));
        let asked = again
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Confirm { version: it, .. } if *it == version));
        assert!(asked, "{:?}", again.effects);
    }
}

#[test]
fn a_press_that_nothing_can_be_done_for_is_answered() {
    let mut journey = Journey::open();
    miss(&mut journey.state, None);
    assert_eq!(journey.notice(), Some(Notice::Trouble));
    assert_eq!(*journey.stage(), Stage::Reviewing);
}

#[test]
fn a_page_needs_all_of_the_program_unless_it_asks_for_information() {
    let page = |state| checkout_page(view(state));
    assert!(asks_information(&page(SessionState::Open)));
    for state in [
        SessionState::Confirmed,
        SessionState::Paying,
        SessionState::Complete,
        SessionState::Expired,
        SessionState::Cancelled,
    ] {
        assert!(!asks_information(&page(state)), "{state:?}");
    }
    let mut changing = page(SessionState::Confirmed);
    changing.editing = true;
    assert!(asks_information(&changing));
    let mut paid = page(SessionState::Open);
    paid.notice = Some(PageNotice::AlreadyPaid);
    assert!(!asks_information(&paid));
}
