//! Step 2: one press, one attempt.

use kassa_wire::embed::FrameMessage;
use kassa_wire::problem::{FieldCode, ProblemCode};
use kassa_wire::state::{DeclineReason, MethodKind, PaymentState, SessionState};
use kassa_wire::view::ActionKind;

use super::fixture::{declined_view, paid_view, view};
use super::{
    Effect, Event, Failure, Journey, Notice, Stage, State, newer, refused, with_action,
    with_transfer,
};
use crate::checkout::Place;

fn card() -> Journey {
    Journey::confirmed().with_card("4242 4242 4242 4242")
}

fn charging() -> Journey {
    card()
        .pressed_pay("one")
        .then(Event::CardTokenised(Ok("tok_1".to_owned())))
}

fn tokenised(journey: &Journey) -> usize {
    journey
        .effects
        .iter()
        .filter(|effect| matches!(effect, Effect::Tokenise { .. }))
        .count()
}

#[test]
fn a_card_goes_to_the_tokenizer_and_only_its_token_to_the_server() {
    let journey = card().pressed_pay("one");
    assert!(journey.effects.iter().any(|effect| matches!(effect, Effect::Tokenise { tokenizer, key: None, card }
        if tokenizer == "/sandbox/tokens" && card.number == "4242424242424242" && card.expiry_year == 2029)));
    let journey = journey.then(Event::CardTokenised(Ok("tok_1".to_owned())));
    assert_eq!(
        journey.payments(),
        vec![("one-0123456789abcdef", Some("tok_1"))]
    );
}

#[test]
fn a_double_click_on_pay_pays_once() {
    let journey = card().pressed_pay("one").pressed_pay("two");
    assert_eq!(tokenised(&journey), 1);
    let journey = journey
        .then(Event::CardTokenised(Ok("tok_1".to_owned())))
        .pressed_pay("three");
    assert_eq!(
        journey.payments(),
        vec![("one-0123456789abcdef", Some("tok_1"))]
    );
}

#[test]
fn a_second_token_does_not_pay_again() {
    let journey = charging().then(Event::CardTokenised(Ok("tok_2".to_owned())));
    assert_eq!(journey.payments().len(), 1);
}

#[test]
fn a_wrong_card_is_said_at_its_fields_and_goes_nowhere() {
    let journey = Journey::confirmed()
        .with_card("4242 4242 4242 4241")
        .pressed_pay("one");
    let Stage::Choosing(choice) = journey.stage() else {
        panic!("not choosing")
    };
    assert_eq!(choice.errors[0].code, FieldCode::InvalidCardNumber);
    assert_eq!(
        (
            tokenised(&journey),
            journey.asks(&Effect::Focus(Place::Errors))
        ),
        (0, true)
    );
}

#[test]
fn transfer_and_wallet_need_no_card() {
    for method in [MethodKind::BankTransfer, MethodKind::Wallet] {
        let journey = Journey::confirmed()
            .then(Event::MethodChosen(method))
            .pressed_pay("one");
        assert_eq!(journey.payments(), vec![("one-0123456789abcdef", None)]);
    }
}

#[test]
fn without_a_method_nothing_is_paid_and_it_is_said() {
    let mut without = view(SessionState::Confirmed);
    without.methods.clear();
    let journey = Journey::of(without).pressed_pay("one");
    assert_eq!(
        (journey.payments(), journey.notice()),
        (vec![], Some(Notice::ChooseMethod))
    );
}

#[test]
fn a_captured_payment_shows_the_receipt_and_the_shop_hears_it() {
    let paid = paid_view(SessionState::Complete, PaymentState::Captured);
    let reference = paid.payment.as_ref().unwrap().reference.clone();
    let return_url = paid.return_url.clone();
    let journey = charging().answered_pay("one", Ok(paid));
    assert_eq!(*journey.stage(), Stage::Paid);
    let status = PaymentState::Captured;
    assert_eq!(
        journey.told(),
        vec![&FrameMessage::Payment {
            reference,
            status,
            return_url,
            confirm_url: None,
        }]
    );
}

#[test]
fn a_declined_card_can_be_corrected_and_tried_again_under_a_new_key() {
    let journey =
        charging().answered_pay("one", Ok(declined_view(DeclineReason::InsufficientFunds)));
    let Stage::Choosing(choice) = journey.stage() else {
        panic!("not choosing")
    };
    assert_eq!(
        choice.card.holder, "A Okafor",
        "what was typed is still there"
    );
    assert!(journey.asks(&Effect::Focus(Place::Notice)));
    let journey = journey
        .now()
        .then(Event::MethodChosen(MethodKind::Wallet))
        .pressed_pay("two");
    assert_eq!(journey.payments(), vec![("two-0123456789abcdef", None)]);
}

#[test]
fn a_challenge_is_shown_and_followed() {
    let journey = charging().answered_pay("one", Ok(with_action(ActionKind::Challenge)));
    assert!(matches!(journey.stage(), Stage::Acting(_)));
    assert!(
        !journey
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Leave { .. }))
    );
    let paid = newer(paid_view(SessionState::Complete, PaymentState::Captured), 6);
    assert_eq!(*journey.arrived(paid).stage(), Stage::Paid);
}

#[test]
fn a_wallet_takes_the_payer_to_its_page_after_their_own_press_only() {
    let elsewhere = Effect::Leave {
        url: "/sandbox/elsewhere".to_owned(),
    };
    let redirect = with_action(ActionKind::Redirect);
    let pressed = Journey::confirmed()
        .then(Event::MethodChosen(MethodKind::Wallet))
        .pressed_pay("one");
    assert!(
        pressed
            .answered_pay("one", Ok(redirect.clone()))
            .asks(&elsewhere)
    );
    assert!(
        !Journey::confirmed()
            .arrived(redirect.clone())
            .asks(&elsewhere),
        "another window's press"
    );
    assert!(
        !Journey::of(redirect).asks(&elsewhere),
        "come back by the browser's button"
    );
}

#[test]
fn an_event_that_is_faster_than_the_answer_changes_nothing_about_the_outcome() {
    let redirect = with_action(ActionKind::Redirect);
    let journey = Journey::confirmed()
        .then(Event::MethodChosen(MethodKind::Wallet))
        .pressed_pay("one")
        .arrived(redirect.clone())
        .answered_pay("one", Ok(redirect));
    assert!(matches!(journey.stage(), Stage::Acting(_)));
    assert!(journey.asks(&Effect::Leave {
        url: "/sandbox/elsewhere".to_owned()
    }));
}

#[test]
fn a_transfer_shows_where_to_send_the_money() {
    let journey = Journey::confirmed()
        .then(Event::MethodChosen(MethodKind::BankTransfer))
        .pressed_pay("one")
        .answered_pay("one", Ok(with_transfer()));
    assert!(matches!(journey.stage(), Stage::Pending));
}

#[test]
fn without_a_token_nothing_was_charged_and_everything_typed_is_there() {
    for (failure, notice) in [
        (Failure::Unanswered, Notice::Trouble),
        (refused(ProblemCode::InvalidField), Notice::CheckCard),
    ] {
        let journey = card()
            .pressed_pay("one")
            .then(Event::CardTokenised(Err(failure)));
        let Stage::Choosing(choice) = journey.stage() else {
            panic!("not choosing")
        };
        assert_eq!(
            (choice.card.code.as_str(), journey.notice()),
            ("123", Some(notice))
        );
        assert_eq!(journey.payments(), vec![]);
    }
}

#[test]
fn a_payment_in_another_window_is_followed_and_not_repeated() {
    let journey = charging()
        .now()
        .answered_pay("one", Err(refused(ProblemCode::PaymentInProgress)));
    assert!(matches!(journey.stage(), Stage::Elsewhere(_)));
    assert_eq!(journey.notice(), Some(Notice::InProgress));
    assert!(journey.asks(&Effect::Fetch));
    assert_eq!(journey.pressed_pay("two").payments(), vec![]);
}

#[test]
fn a_card_is_still_there_when_the_payment_in_another_window_is_declined() {
    let journey = charging()
        .answered_pay("one", Err(refused(ProblemCode::PaymentInProgress)))
        .arrived(paid_view(SessionState::Paying, PaymentState::Processing))
        .arrived(declined_view(DeclineReason::Declined));
    let Stage::Choosing(choice) = journey.stage() else {
        panic!("not choosing")
    };
    assert_eq!(choice.card.code, "123");
}

#[test]
fn a_card_is_still_there_when_the_order_is_being_paid_in_another_session() {
    let journey = charging()
        .answered_pay("one", Err(refused(ProblemCode::PaymentInProgress)))
        .arrived(view(SessionState::Confirmed));
    let Stage::Choosing(choice) = journey.stage() else {
        panic!("not choosing")
    };
    assert_eq!(choice.card.code, "123");
    assert_eq!(journey.notice(), Some(Notice::InProgress), "and why");
}

#[test]
fn what_is_paid_already_is_not_paid_again() {
    for code in [ProblemCode::SessionComplete, ProblemCode::OrderPaid] {
        assert_eq!(
            *charging().answered_pay("one", Err(refused(code))).stage(),
            Stage::AlreadyPaid
        );
    }
    let journey = charging()
        .answered_pay("one", Err(refused(ProblemCode::SessionComplete)))
        .arrived(paid_view(SessionState::Complete, PaymentState::Captured));
    assert_eq!(*journey.stage(), Stage::AlreadyPaid);
    assert!(
        journey.checkout().view.payment.is_some(),
        "with the receipt"
    );
}

#[test]
fn a_refused_request_was_not_charged_and_can_be_tried_again() {
    let journey = charging().answered_pay("one", Err(refused(ProblemCode::MethodNotOffered)));
    assert!(matches!(journey.stage(), Stage::Choosing(_)));
    assert_eq!(journey.notice(), Some(Notice::ChooseMethod));
    let journey = charging().answered_pay("one", Err(refused(ProblemCode::InvalidToken)));
    assert_eq!(journey.notice(), Some(Notice::CheckCard));
}

#[test]
fn a_session_that_vanishes_while_paying_is_not_found() {
    let journey = charging().answered_pay("one", Err(refused(ProblemCode::SessionNotFound)));
    assert_eq!(journey.state, State::NotFound);
}

#[test]
fn information_changed_elsewhere_leads_back_to_it() {
    let journey = charging()
        .answered_pay("one", Err(refused(ProblemCode::PayerNotConfirmed)))
        .arrived(newer(view(SessionState::Open), 7));
    assert_eq!(
        (journey.stage(), journey.notice()),
        (&Stage::Reviewing, Some(Notice::Stale))
    );
}
