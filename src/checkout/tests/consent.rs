//! The merchant's page is asked before anything is paid.

use kassa_wire::state::{MethodKind, SessionState};

use super::fixture::view;
use super::table::host_said;
use super::{
    Consent, Effect, Event, Journey, Notice, ProblemCode, Stage, Verdict, attempt_key, newer,
    refused,
};
use crate::checkout::{Place, Progress, Saying};

fn asked() -> Journey {
    Journey::confirmed()
        .then(Event::ConsentWished(Consent::Wanted))
        .with_card("4242 4242 4242 4242")
        .pressed_pay("one")
}

fn sent(journey: &Journey) -> usize {
    let sent = journey
        .effects
        .iter()
        .filter(|effect| matches!(effect, Effect::Tokenise { .. } | Effect::Pay { .. }));
    sent.count()
}

#[test]
fn nothing_is_sent_before_the_shop_has_agreed() {
    let journey = asked();
    let key = attempt_key("one");
    assert!(journey.asks(&Effect::AskHost { key }));
    assert!(journey.asks(&Effect::Say(Saying::Asking)));
    assert_eq!(sent(&journey), 0);
    let journey = journey
        .then(host_said("one", Verdict::Agreed))
        .then(Event::CardTokenised(Ok("tok_1".to_owned())));
    assert_eq!(
        journey.payments(),
        vec![("one-0123456789abcdef", Some("tok_1"))]
    );
}

#[test]
fn a_transfer_and_a_wallet_are_asked_about_too() {
    for method in [MethodKind::BankTransfer, MethodKind::Wallet] {
        let journey = Journey::confirmed()
            .then(Event::ConsentWished(Consent::Wanted))
            .then(Event::MethodChosen(method))
            .pressed_pay("one");
        assert_eq!(sent(&journey), 0);
        let journey = journey.then(host_said("one", Verdict::Agreed));
        assert_eq!(journey.payments(), vec![("one-0123456789abcdef", None)]);
    }
}

#[test]
fn a_second_press_while_the_shop_thinks_changes_nothing() {
    let journey = asked().now().pressed_pay("two");
    assert_eq!(journey.effects, []);
    let journey = journey.then(host_said("two", Verdict::Agreed));
    assert_eq!(sent(&journey), 0);
    assert_eq!(sent(&journey.then(host_said("one", Verdict::Agreed))), 1);
}

#[test]
fn a_shop_that_refuses_or_says_nothing_leaves_the_payer_with_everything_typed() {
    for (verdict, notice) in [
        (Verdict::Refused, Notice::HostRefused),
        (Verdict::Silent, Notice::HostSilent),
    ] {
        let journey = asked().then(host_said("one", verdict));
        let Stage::Choosing(choice) = journey.stage() else {
            panic!("not choosing but {:?}", journey.stage())
        };
        assert_eq!(choice.card.get("card.number"), "4242 4242 4242 4242");
        assert_eq!(journey.notice(), Some(notice));
        assert!(journey.asks(&Effect::Focus(Place::Notice)));
        assert_eq!(sent(&journey), 0);
        let journey = journey.now().pressed_pay("two");
        let key = attempt_key("two");
        assert!(journey.asks(&Effect::AskHost { key }));
        assert_eq!(journey.notice(), None);
    }
}

#[test]
fn an_answer_that_comes_too_late_or_twice_changes_nothing() {
    let late = asked().then(host_said("one", Verdict::Silent)).now();
    assert_eq!(sent(&late.then(host_said("one", Verdict::Agreed))), 0);
    let twice = asked().then(host_said("one", Verdict::Agreed)).now();
    let twice = twice.then(host_said("one", Verdict::Agreed));
    assert_eq!(twice.effects, []);
    let against = twice.then(host_said("one", Verdict::Refused));
    assert!(
        matches!(against.stage(), Stage::Paying(attempt) if attempt.progress == Progress::Tokenising)
    );
}

#[test]
fn a_total_that_changes_meanwhile_is_shown_before_it_is_paid() {
    let other = kassa_wire::view::SessionView {
        total: "€1.00".to_owned(),
        ..newer(view(SessionState::Confirmed), 9)
    };
    let journey = asked().arrived(other);
    assert!(matches!(journey.stage(), Stage::Choosing(_)));
    assert!(journey.asks(&Effect::Say(Saying::Total)));
    assert_eq!(sent(&journey.then(host_said("one", Verdict::Agreed))), 0);
    let same = asked().arrived(newer(view(SessionState::Confirmed), 9));
    assert_eq!(sent(&same.then(host_said("one", Verdict::Agreed))), 1);
    let open = asked().arrived(newer(view(SessionState::Open), 9));
    assert_eq!(open.stage(), &Stage::Reviewing);
}

#[test]
fn a_session_that_was_locked_while_the_shop_thought_is_not_paid() {
    let locked = kassa_wire::view::SessionView {
        locked: true,
        ..newer(view(SessionState::Confirmed), 9)
    };
    let journey = asked()
        .arrived(locked)
        .then(host_said("one", Verdict::Agreed));
    assert_eq!(sent(&journey), 0);
    assert_eq!(journey.notice(), Some(Notice::Locked));
}

#[test]
fn a_wrong_card_is_said_without_asking_anybody() {
    let journey = Journey::confirmed()
        .then(Event::ConsentWished(Consent::Wanted))
        .with_card("4242 4242 4242 4241")
        .pressed_pay("one");
    let asks = |effect: &Effect| matches!(effect, Effect::AskHost { .. });
    assert!(!journey.effects.iter().any(asks));
}

#[test]
fn a_page_that_no_longer_wants_to_be_asked_is_not() {
    let journey = Journey::confirmed()
        .then(Event::ConsentWished(Consent::Wanted))
        .then(Event::ConsentWished(Consent::NotWanted))
        .with_card("4242 4242 4242 4242")
        .pressed_pay("one");
    assert_eq!(sent(&journey), 1);
}

#[test]
fn trying_again_after_a_lost_answer_asks_nobody_anew() {
    let journey = asked()
        .then(host_said("one", Verdict::Agreed))
        .then(Event::CardTokenised(Ok("tok_1".to_owned())))
        .answered_pay("one", Err(crate::checkout::Failure::Unanswered))
        .now()
        .then(Event::RetryPressed);
    assert_eq!(journey.payments().len(), 1);
    let refused = asked()
        .then(host_said("one", Verdict::Agreed))
        .then(Event::CardTokenised(Ok("tok_1".to_owned())))
        .answered_pay("one", Err(refused(ProblemCode::Internal)))
        .now()
        .pressed_pay("two");
    let key = attempt_key("two");
    assert!(refused.asks(&Effect::AskHost { key }));
}
