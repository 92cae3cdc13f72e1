//! A lost answer: nobody knows, so the same attempt is offered once more.

use kassa_wire::problem::ProblemCode;
use kassa_wire::state::{DeclineReason, PaymentState, SessionState};

use super::fixture::{declined_view, paid_view, view};
use super::table::unanswered;
use super::{Effect, Event, Failure, Journey, Stage, newer, refused, with_transfer};

fn card_unanswered() -> Journey {
    Journey::confirmed()
        .with_card("4000000000000119")
        .pressed_pay("one")
        .then(Event::CardTokenised(Ok("tok_1".to_owned())))
        .answered_pay("one", Err(Failure::Unanswered))
}

#[test]
fn a_lost_answer_is_never_called_a_refusal() {
    assert!(matches!(unanswered().stage(), Stage::Unanswered(_)));
    assert!(
        unanswered().asks(&Effect::Fetch),
        "perhaps the server knows"
    );
}

#[test]
fn trying_again_sends_the_same_attempt_under_the_same_key_with_the_same_token() {
    let journey = card_unanswered().then(Event::RetryPressed);
    let sent = ("one-0123456789abcdef", Some("tok_1"));
    assert_eq!(journey.payments(), vec![sent, sent]);
}

#[test]
fn a_double_press_of_try_again_sends_it_once() {
    let journey = unanswered()
        .now()
        .then(Event::RetryPressed)
        .then(Event::RetryPressed);
    assert_eq!(journey.payments().len(), 1);
}

#[test]
fn it_can_be_tried_again_as_often_as_it_takes() {
    let journey = unanswered()
        .then(Event::RetryPressed)
        .answered_pay("one", Err(Failure::Unanswered));
    let journey = journey
        .then(Event::RetryPressed)
        .answered_pay("one", Ok(with_transfer()));
    assert!(matches!(journey.stage(), Stage::Pending));
    assert!(
        journey
            .payments()
            .iter()
            .all(|(key, _)| *key == "one-0123456789abcdef")
    );
}

#[test]
fn pay_with_another_key_is_not_possible_meanwhile() {
    assert_eq!(unanswered().now().pressed_pay("two").payments(), vec![]);
}

#[test]
fn the_outcome_arrives_by_itself_when_the_server_knows() {
    let paid = newer(paid_view(SessionState::Complete, PaymentState::Captured), 6);
    assert_eq!(*card_unanswered().arrived(paid).stage(), Stage::Paid);
    let under_way = newer(paid_view(SessionState::Paying, PaymentState::Processing), 6);
    assert_eq!(
        *card_unanswered().arrived(under_way).stage(),
        Stage::Following
    );
    assert!(matches!(
        card_unanswered()
            .arrived(declined_view(DeclineReason::Declined))
            .stage(),
        Stage::Choosing(_)
    ));
}

#[test]
fn a_server_that_never_heard_of_it_leaves_it_to_be_tried_again() {
    let journey = unanswered().arrived(view(SessionState::Confirmed));
    assert!(matches!(journey.stage(), Stage::Unanswered(_)));
}

#[test]
fn an_earlier_refusal_is_not_taken_for_this_attempts() {
    let declined = declined_view(DeclineReason::Declined);
    let journey = Journey::of(declined.clone())
        .then(Event::MethodChosen(kassa_wire::state::MethodKind::Wallet))
        .pressed_pay("two")
        .answered_pay("two", Err(Failure::Unanswered))
        .arrived(declined);
    assert!(matches!(journey.stage(), Stage::Unanswered(_)));
}

#[test]
fn a_retry_that_finds_a_payment_under_way_follows_it() {
    let journey = unanswered().then(Event::RetryPressed);
    let journey = journey.answered_pay("one", Err(refused(ProblemCode::PaymentInProgress)));
    assert!(matches!(journey.stage(), Stage::Elsewhere(_)));
}
