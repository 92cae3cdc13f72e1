//! Without a network, and with one again.

use kassa_wire::state::{PaymentState, SessionState};

use super::fixture::paid_view;
use super::table::unanswered;
use super::{Effect, Event, Journey, Notice};
use crate::checkout::Saying;

#[test]
fn a_payer_without_a_network_is_told_at_once_and_keeps_what_they_typed() {
    let journey = Journey::open()
        .then(Event::ChangePressed)
        .typed("city", "Enugu")
        .now()
        .then(Event::LineLost);
    assert_eq!(journey.notice(), Some(Notice::Offline));
    assert_eq!(
        journey.effects,
        [Effect::Say(Saying::Notice(Notice::Offline))],
        "the focus stays in the field"
    );
    let journey = journey.now().then(Event::LineBack);
    assert_eq!(journey.notice(), None);
    assert_eq!(journey.effects, [Effect::Say(Saying::Online)]);
    assert_eq!(journey.form().values["city"], "Enugu");
}

#[test]
fn a_lost_attempt_is_sent_again_under_its_own_key_once_the_network_is_back() {
    let before = unanswered();
    let first: Vec<_> = before
        .payments()
        .iter()
        .map(|(key, _)| (*key).to_owned())
        .collect();
    let journey = before.then(Event::LineLost).now().then(Event::LineBack);
    let again: Vec<_> = journey
        .payments()
        .iter()
        .map(|(key, _)| (*key).to_owned())
        .collect();
    assert_eq!(again, first[..1]);
}

#[test]
fn whoever_waits_looks_again_once_the_network_is_back() {
    let waiting = paid_view(SessionState::Paying, PaymentState::Processing);
    let journey = Journey::of(waiting)
        .then(Event::LineLost)
        .now()
        .then(Event::LineBack);
    assert!(journey.asks(&Effect::Fetch));
}

#[test]
fn a_receipt_needs_no_network() {
    let paid = paid_view(SessionState::Complete, PaymentState::Captured);
    let journey = Journey::of(paid).now().then(Event::LineLost);
    assert_eq!((journey.notice(), journey.effects.len()), (None, 0));
}
