//! How it is sent, codes that make it cheaper, and a merchant who is changing the session.

use kassa_wire::problem::{FieldCode, FieldProblem, ProblemCode};
use kassa_wire::state::{MethodKind, SessionState};
use kassa_wire::view::{DiscountsView, SessionView, ShippingView};

use super::fixture::view;
use super::{Effect, Event, Failure, Journey, Notice, newer};
use crate::checkout::{Extras, Saying, Wish};

/// A confirmed session of something that is sent by post or courier.
fn books(chosen: &str, codes: &[&str], total: &str) -> SessionView {
    let option = |id: &str| ShippingView {
        id: id.to_owned(),
        label: id.to_owned(),
        detail: None,
        group: None,
        amount: "€5.00".to_owned(),
        chosen: id == chosen,
    };
    SessionView {
        shipping: vec![option("post"), option("courier")],
        discounts: Some(DiscountsView {
            codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        }),
        total: total.to_owned(),
        ..view(SessionState::Confirmed)
    }
}

fn extras(journey: &Journey) -> &Extras {
    &journey.checkout().extras
}

fn wishes(journey: &Journey) -> Vec<Wish> {
    let wish = |effect: &Effect| {
        let Effect::Choose { wish, .. } = effect else {
            return None;
        };
        Some(wish.clone())
    };
    journey.effects.iter().filter_map(wish).collect()
}

fn answered(view: SessionView) -> Event {
    Event::ExtrasAnswered(Ok(Box::new(newer(view, 4))))
}

#[test]
fn another_way_to_send_it_is_asked_for_once_and_the_new_total_is_said() {
    let journey = Journey::of(books("post", &[], "€10.00"))
        .then(Event::ShippingChosen("post".to_owned()))
        .then(Event::ShippingChosen("rocket".to_owned()))
        .then(Event::ShippingChosen("courier".to_owned()))
        .then(Event::ShippingChosen("post".to_owned()));
    assert_eq!(wishes(&journey), [Wish::Shipping("courier".to_owned())]);
    let journey = journey
        .now()
        .then(answered(books("courier", &[], "€18.00")));
    assert!(journey.effects.contains(&Effect::Say(Saying::Total)));
    assert_eq!(extras(&journey).asked, None);
}

#[test]
fn a_code_is_added_to_those_that_count_and_taken_away_again() {
    let journey = Journey::of(books("post", &["OLD"], "€10.00"))
        .then(Event::CodeApplied)
        .then(Event::CodeEdited(" SPRING ".to_owned()))
        .then(Event::CodeApplied);
    let both = vec!["OLD".to_owned(), "SPRING".to_owned()];
    assert_eq!(wishes(&journey), [Wish::Discounts(both)]);
    let journey = journey
        .now()
        .then(answered(books("post", &["OLD", "SPRING"], "€8.00")));
    assert_eq!(extras(&journey).code, "");
    let journey = journey.now().then(Event::CodeRemoved("OLD".to_owned()));
    assert_eq!(
        wishes(&journey),
        [Wish::Discounts(vec!["SPRING".to_owned()])]
    );
}

#[test]
fn a_code_that_counts_for_nothing_stays_in_its_field_with_a_sentence() {
    let unknown = FieldProblem {
        field: "codes".to_owned(),
        code: FieldCode::Unknown,
    };
    let refused = Failure::Refused(ProblemCode::InvalidField, vec![unknown]);
    let journey = Journey::of(books("post", &[], "€10.00"))
        .then(Event::CodeEdited("FREE".to_owned()))
        .then(Event::CodeApplied)
        .now()
        .then(Event::ExtrasAnswered(Err(refused)));
    assert!(extras(&journey).refused);
    assert_eq!(extras(&journey).code, "FREE");
    assert_eq!(journey.effects, [Effect::Say(Saying::CodeRefused)]);
    let journey = journey.then(Event::CodeEdited("FREE1".to_owned()));
    assert!(
        !extras(&journey).refused,
        "it goes away while another is typed"
    );
}

#[test]
fn nothing_is_paid_while_the_total_may_become_another_one() {
    let journey = Journey::of(books("post", &[], "€10.00"))
        .then(Event::MethodChosen(MethodKind::Wallet))
        .then(Event::ShippingChosen("courier".to_owned()))
        .now()
        .pressed_pay("one");
    assert!(journey.effects.is_empty(), "{:?}", journey.effects);
    let journey = journey
        .then(answered(books("courier", &[], "€18.00")))
        .now()
        .pressed_pay("two");
    let mut effects = journey.effects.iter();
    assert!(effects.any(|effect| matches!(effect, Effect::Pay { .. })));
}

#[test]
fn a_lost_answer_brings_the_total_that_counts() {
    let journey = Journey::of(books("post", &[], "€10.00"))
        .then(Event::ShippingChosen("courier".to_owned()))
        .now()
        .then(Event::ExtrasAnswered(Err(Failure::Unanswered)));
    assert!(journey.effects.contains(&Effect::Fetch));
    assert_eq!(extras(&journey).asked, None);
}

#[test]
fn while_the_merchant_changes_the_session_nothing_is_sent_and_all_is_kept() {
    let locked = SessionView {
        locked: true,
        ..view(SessionState::Open)
    };
    let journey = Journey::open()
        .then(Event::ChangePressed)
        .typed("city", "Enugu")
        .then(Event::ViewArrived(Box::new(newer(locked.clone(), 4))));
    assert_eq!(journey.notice(), Some(Notice::Locked));
    assert!(journey.effects.contains(&Effect::LookLater { seconds: 5 }));
    let journey = journey.now().then(Event::ConfirmPressed);
    assert!(
        !journey
            .effects
            .iter()
            .any(|it| matches!(it, Effect::Confirm { .. }))
    );
    let unlocked = SessionView {
        locked: false,
        ..locked
    };
    let journey = journey
        .then(Event::ViewArrived(Box::new(newer(unlocked, 5))))
        .now();
    assert_eq!(journey.notice(), None);
    let journey = journey.then(Event::ConfirmPressed);
    let sent = journey.effects.iter().find_map(|effect| {
        let Effect::Confirm { payer, .. } = effect else {
            return None;
        };
        payer.get("city").cloned()
    });
    assert_eq!(sent.as_deref(), Some("Enugu"));
}

#[test]
fn a_lock_that_is_heard_of_with_the_press_is_looked_at() {
    let refused = Failure::Refused(ProblemCode::SessionLocked, Vec::new());
    let journey = Journey::confirmed()
        .then(Event::MethodChosen(MethodKind::Wallet))
        .pressed_pay("one")
        .now()
        .answered_pay("one", Err(refused));
    assert_eq!(journey.notice(), Some(Notice::Locked));
    assert!(journey.effects.contains(&Effect::Fetch));
}
