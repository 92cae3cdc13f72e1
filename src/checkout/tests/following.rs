//! The server's word, outside the payer's own presses.

use kassa_wire::state::{DeclineReason, PaymentState, SessionState};

use super::fixture::{declined_view, paid_view, view};
use super::{Effect, Event, Journey, Notice, Stage, newer, with_transfer};
use crate::checkout::Place;

#[test]
fn a_version_that_is_known_asks_for_nothing() {
    assert_eq!(Journey::open().then(Event::VersionHeard(3)).effects, vec![]);
}

#[test]
fn a_version_that_is_new_asks_for_the_session() {
    assert_eq!(
        Journey::open().then(Event::VersionHeard(4)).effects,
        vec![Effect::Fetch]
    );
}

#[test]
fn when_the_time_is_up_the_server_is_asked_and_not_the_clock() {
    let journey = Journey::open().then(Event::TimeIsUp);
    assert_eq!(
        (journey.stage(), journey.effects.as_slice()),
        (&Stage::Reviewing, [Effect::Fetch].as_slice())
    );
}

#[test]
fn a_transfer_that_arrives_while_the_page_is_open_shows_the_receipt() {
    let journey = Journey::of(with_transfer()).arrived(newer(
        paid_view(SessionState::Complete, PaymentState::Captured),
        6,
    ));
    assert_eq!(*journey.stage(), Stage::Paid);
    assert!(journey.asks(&Effect::Focus(Place::Heading)));
}

#[test]
fn a_refusal_after_waiting_leads_back_to_the_methods_and_says_why() {
    let waiting = Journey::of(paid_view(SessionState::Paying, PaymentState::Processing));
    let journey = waiting.arrived(newer(declined_view(DeclineReason::ChallengeFailed), 6));
    assert!(matches!(journey.stage(), Stage::Choosing(_)));
    assert!(journey.asks(&Effect::Focus(Place::Notice)));
}

#[test]
fn a_view_that_says_nothing_new_keeps_the_card_that_is_being_typed() {
    let journey = Journey::confirmed()
        .with_card("4242")
        .arrived(view(SessionState::Confirmed));
    assert!(matches!(journey.stage(), Stage::Choosing(choice) if choice.card.number == "4242"));
}

#[test]
fn a_method_that_is_no_longer_offered_is_no_longer_chosen() {
    let mut fewer = newer(view(SessionState::Confirmed), 4);
    fewer.methods.remove(0);
    let journey = Journey::confirmed().arrived(fewer);
    assert!(matches!(journey.stage(), Stage::Choosing(choice) if choice.method.is_none()));
}

#[test]
fn a_notice_goes_away_when_the_session_moves_on() {
    let journey = Journey::open().then(Event::LanguageFailed);
    assert_eq!(journey.notice(), Some(Notice::Trouble));
    assert_eq!(
        journey
            .arrived(newer(view(SessionState::Confirmed), 4))
            .notice(),
        None
    );
}

#[test]
fn a_view_of_the_press_that_is_under_way_does_not_end_it() {
    let pressed = || {
        Journey::confirmed()
            .then(Event::MethodChosen(kassa_wire::state::MethodKind::Wallet))
            .pressed_pay("one")
    };
    for quiet in [
        view(SessionState::Confirmed),
        newer(paid_view(SessionState::Paying, PaymentState::Created), 4),
    ] {
        assert!(matches!(pressed().arrived(quiet).stage(), Stage::Paying(_)));
    }
}
