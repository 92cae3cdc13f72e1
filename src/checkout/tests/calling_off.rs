//! Calling it off.

use kassa_wire::embed::FrameMessage;
use kassa_wire::problem::ProblemCode;
use kassa_wire::state::SessionState;

use super::fixture::view;
use super::{Effect, Event, Failure, Journey, Notice, Stage, newer, refused, with_transfer};

#[test]
fn calling_it_off_ends_it_and_the_shop_hears_it() {
    let journey = Journey::open().then(Event::CancelPressed);
    assert_eq!(journey.effects, vec![Effect::Cancel]);
    let journey = journey.then(Event::CancelAnswered(Ok(Box::new(newer(
        view(SessionState::Cancelled),
        4,
    )))));
    assert_eq!(*journey.stage(), Stage::Cancelled);
    assert_eq!(journey.told(), vec![&FrameMessage::Cancel]);
}

#[test]
fn a_double_press_asks_once() {
    assert_eq!(
        Journey::open()
            .then(Event::CancelPressed)
            .then(Event::CancelPressed)
            .effects,
        vec![Effect::Cancel]
    );
}

#[test]
fn a_lost_answer_leaves_the_payer_where_they_were_with_everything_typed() {
    let journey = Journey::open()
        .then(Event::ChangePressed)
        .typed("city", "Enugu")
        .then(Event::CancelPressed)
        .then(Event::CancelAnswered(Err(Failure::Unanswered)));
    assert_eq!(
        (journey.form().values["city"].as_str(), journey.notice()),
        ("Enugu", Some(Notice::Trouble))
    );
}

#[test]
fn what_is_under_way_cannot_be_called_off() {
    assert_eq!(
        Journey::of(with_transfer())
            .then(Event::CancelPressed)
            .effects,
        vec![]
    );
    let refused = Event::CancelAnswered(Err(refused(ProblemCode::PaymentInProgress)));
    assert_eq!(
        *Journey::open()
            .then(Event::CancelPressed)
            .then(refused)
            .stage(),
        Stage::Following
    );
}
