//! Step 1.

use kassa_wire::embed::FrameMessage;
use kassa_wire::problem::{FieldCode, FieldProblem, ProblemCode};
use kassa_wire::state::SessionState;

use super::fixture::view;
use super::{Effect, Event, Failure, Journey, Notice, Stage, newer, refused};
use crate::checkout::{Place, Report};

fn editing() -> Journey {
    Journey::open().then(Event::ChangePressed)
}

fn said(journey: &Journey) -> Vec<(&str, FieldCode)> {
    journey
        .form()
        .errors
        .iter()
        .map(|error| (error.field.as_str(), error.code))
        .collect()
}

#[test]
fn change_opens_the_form_with_what_is_known() {
    assert_eq!(editing().form().values["email"], "amina@example.com");
}

#[test]
fn an_error_appears_on_leaving_a_field_and_not_while_typing() {
    let journey = editing().typed("email", "amina@");
    assert_eq!(said(&journey), vec![]);
    assert_eq!(
        said(&journey.left("email")),
        vec![("email", FieldCode::InvalidEmail)]
    );
}

#[test]
fn an_error_goes_away_as_soon_as_it_is_right() {
    let journey = editing()
        .typed("email", "amina@")
        .left("email")
        .typed("email", "amina@example.co");
    assert_eq!(said(&journey), vec![]);
}

#[test]
fn a_slip_in_an_email_address_is_offered_once_the_field_is_left_and_stops_nobody() {
    let journey = editing().typed("email", "amina@gmial.com");
    assert_eq!(journey.form().meant, None);
    let left = journey.left("email");
    assert_eq!(left.form().meant.as_deref(), Some("amina@gmail.com"));
    assert_eq!(said(&left), vec![]);
    let taken = left.then(Event::MeantTaken);
    assert_eq!(taken.form().values["email"], "amina@gmail.com");
    assert_eq!(taken.form().meant, None);
}

#[test]
fn an_error_that_is_said_follows_what_is_wrong_now() {
    let journey = editing()
        .typed("email", "amina@")
        .left("email")
        .typed("email", "");
    assert_eq!(said(&journey), vec![("email", FieldCode::Required)]);
}

#[test]
fn confirming_with_errors_lists_all_of_them_and_asks_nobody() {
    let journey = editing()
        .typed("city", "")
        .typed("email", "x")
        .typed("first_name", "a\0b")
        .now()
        .then(Event::ConfirmPressed);
    let expected = vec![
        ("first_name", FieldCode::InvalidCharacters),
        ("email", FieldCode::InvalidEmail),
        ("city", FieldCode::Required),
    ];
    assert_eq!(
        (said(&journey), journey.form().report),
        (expected, Report::Listed)
    );
    assert!(journey.asks(&Effect::Focus(Place::Errors)));
    assert!(
        !journey
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Confirm { .. }))
    );
}

#[test]
fn confirming_sends_what_was_typed_as_a_change_of_what_was_seen() {
    let journey = editing()
        .typed("email", "new@example.com")
        .then(Event::ConfirmPressed);
    let sent = journey.effects.iter().find_map(|effect| {
        let Effect::Confirm { version, payer } = effect else {
            return None;
        };
        Some((*version, payer["email"].clone()))
    });
    assert_eq!(sent, Some((3, "new@example.com".to_owned())));
}

#[test]
fn a_double_press_of_confirm_asks_once() {
    let journey = editing()
        .then(Event::ConfirmPressed)
        .then(Event::ConfirmPressed);
    assert_eq!(
        journey
            .effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Confirm { .. }))
            .count(),
        1
    );
}

#[test]
fn a_confirmed_payer_goes_on_to_the_methods_and_the_shop_hears_it() {
    let mut confirmed = newer(view(SessionState::Confirmed), 4);
    confirmed
        .payer
        .insert("email".to_owned(), "new@example.com".to_owned());
    let journey = editing()
        .typed("email", "new@example.com")
        .then(Event::ConfirmPressed)
        .then(Event::ConfirmAnswered(Ok(Box::new(confirmed))));
    assert!(matches!(journey.stage(), Stage::Choosing(_)));
    assert_eq!(
        journey.told(),
        vec![&FrameMessage::Confirm, &FrameMessage::Change]
    );
    assert!(journey.asks(&Effect::Focus(Place::Heading)));
}

#[test]
fn the_servers_own_errors_are_shown_at_their_fields() {
    let errors = vec![FieldProblem {
        field: "payer.fields.student_id".to_owned(),
        code: FieldCode::Invalid,
    }];
    let answer = Event::ConfirmAnswered(Err(Failure::Refused(ProblemCode::InvalidPayer, errors)));
    for journey in [editing(), Journey::open()] {
        let journey = journey.then(Event::ConfirmPressed).then(answer.clone());
        assert_eq!(
            said(&journey),
            vec![("fields.student_id", FieldCode::Invalid)]
        );
    }
}

#[test]
fn a_lost_answer_keeps_the_form_and_says_that_nothing_is_lost() {
    let journey = editing()
        .typed("city", "Enugu")
        .then(Event::ConfirmPressed)
        .then(Event::ConfirmAnswered(Err(Failure::Unanswered)));
    assert_eq!(
        (journey.form().values["city"].as_str(), journey.notice()),
        ("Enugu", Some(Notice::Trouble))
    );
}

#[test]
fn a_stale_form_takes_the_new_view_and_keeps_what_was_typed() {
    let mut elsewhere = newer(view(SessionState::Open), 4);
    elsewhere
        .payer
        .insert("city".to_owned(), "Abuja".to_owned());
    elsewhere
        .payer
        .insert("phone".to_owned(), "0800 123 456".to_owned());
    let journey = editing()
        .typed("city", "Enugu")
        .then(Event::ConfirmPressed)
        .then(Event::ConfirmAnswered(Err(refused(
            ProblemCode::VersionStale,
        ))));
    assert!(journey.asks(&Effect::Fetch));
    let journey = journey.arrived(elsewhere);
    assert_eq!(journey.form().values["city"], "Enugu", "typed here");
    assert_eq!(
        journey.form().values["phone"],
        "0800 123 456",
        "changed elsewhere"
    );
    assert_eq!(journey.notice(), Some(Notice::Stale));
    let sent = journey.now().then(Event::ConfirmPressed);
    assert!(
        sent.effects
            .iter()
            .any(|effect| matches!(effect, Effect::Confirm { version: 4, .. }))
    );
}

#[test]
fn another_language_keeps_what_was_typed() {
    let mut spanish = view(SessionState::Open);
    spanish.locale = "es".to_owned();
    let journey = editing()
        .typed("city", "Enugu")
        .typed("email", "x")
        .left("email")
        .arrived(spanish.clone());
    assert_eq!(journey.form().values["city"], "Enugu");
    assert_eq!(said(&journey), vec![("email", FieldCode::InvalidEmail)]);
    assert!(
        matches!(editing().arrived(spanish).stage(), Stage::Editing(_)),
        "also where nothing was typed"
    );
}

#[test]
fn a_session_that_ends_while_it_is_edited_is_shown_as_ended() {
    let journey = editing()
        .typed("city", "Enugu")
        .arrived(newer(view(SessionState::Expired), 4));
    assert_eq!(*journey.stage(), Stage::Expired);
    assert_eq!(journey.told(), vec![&FrameMessage::Expired]);
}

#[test]
fn refusals_that_end_it_are_shown_for_what_they_are() {
    let refused_with = |code| {
        Journey::open()
            .then(Event::ConfirmPressed)
            .then(Event::ConfirmAnswered(Err(refused(code))))
    };
    assert_eq!(
        *refused_with(ProblemCode::SessionExpired).stage(),
        Stage::Expired
    );
    assert_eq!(
        *refused_with(ProblemCode::SessionCancelled).stage(),
        Stage::Cancelled
    );
    assert_eq!(
        *refused_with(ProblemCode::SessionComplete).stage(),
        Stage::AlreadyPaid
    );
    assert_eq!(
        *refused_with(ProblemCode::PaymentInProgress).stage(),
        Stage::Following
    );
}
