//! A look that fails is tried again for as long as the payer waits for the server's word.

use kassa_wire::problem::ProblemCode;
use kassa_wire::state::{PaymentState, SessionState};
use kassa_wire::view::ActionKind;

use super::fixture::paid_view;
use super::table::unanswered;
use super::{Effect, Event, Failure, Journey, Stage, newer, refused, with_action, with_transfer};

fn following() -> Journey {
    Journey::of(paid_view(SessionState::Paying, PaymentState::Processing))
}

fn waiting() -> Vec<Journey> {
    vec![
        following(),
        Journey::of(with_action(ActionKind::Challenge)),
        Journey::of(with_action(ActionKind::Redirect)),
        Journey::of(with_transfer()),
        unanswered().now(),
    ]
}

fn pauses(failure: &Failure, times: usize) -> Vec<Effect> {
    let journey = (0..times).fold(following(), |journey, _| {
        journey.then(Event::ViewFailed(failure.clone()))
    });
    journey.effects
}

fn later(seconds: u32) -> Effect {
    Effect::LookLater { seconds }
}

#[test]
fn one_lost_answer_does_not_keep_the_receipt_from_a_payer_who_paid() {
    for journey in waiting() {
        let journey = journey.then(Event::ViewFailed(Failure::Unanswered));
        assert_eq!(journey.effects, vec![later(1)], "{:?}", journey.stage());
        let journey = journey.now().then(Event::LookDue);
        assert_eq!(journey.effects, vec![Effect::Fetch]);
        let paid = paid_view(SessionState::Complete, PaymentState::Captured);
        assert_eq!(*journey.arrived(newer(paid, 6)).stage(), Stage::Paid);
    }
}

#[test]
fn a_server_that_stays_away_is_asked_less_and_less_often_but_always_again() {
    assert_eq!(
        pauses(&Failure::Unanswered, 8),
        [1, 2, 4, 8, 15, 30, 30, 30].map(later).to_vec()
    );
}

#[test]
fn a_server_that_says_when_to_come_back_is_not_asked_before_but_within_reason() {
    assert_eq!(pauses(&Failure::Later(7), 1), vec![later(7)]);
    assert_eq!(pauses(&Failure::Later(1), 3), [1, 2, 4].map(later).to_vec());
    assert_eq!(pauses(&Failure::Later(86_400), 1), vec![later(30)]);
}

#[test]
fn an_answer_makes_the_pauses_short_again() {
    let journey = following()
        .then(Event::ViewFailed(Failure::Unanswered))
        .then(Event::ViewFailed(Failure::Unanswered))
        .arrived(paid_view(SessionState::Paying, PaymentState::Processing))
        .now()
        .then(Event::ViewFailed(Failure::Unanswered));
    assert_eq!(journey.effects, vec![later(1)]);
}

#[test]
fn a_refused_look_is_tried_again_too() {
    let journey = following().then(Event::ViewFailed(refused(ProblemCode::Internal)));
    assert_eq!(journey.effects, vec![later(1)]);
}

#[test]
fn who_does_not_wait_is_not_looked_after() {
    let receipt = Journey::of(paid_view(SessionState::Complete, PaymentState::Captured));
    for journey in [Journey::open(), Journey::confirmed(), receipt] {
        let journey = journey
            .then(Event::ViewFailed(Failure::Unanswered))
            .then(Event::LookDue);
        assert_eq!(journey.effects, vec![], "{:?}", journey.stage());
    }
}
