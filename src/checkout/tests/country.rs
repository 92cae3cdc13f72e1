//! The fields follow the country that is chosen.

use kassa_wire::payer::field;
use kassa_wire::problem::{FieldCode, FieldProblem, ProblemCode};
use kassa_wire::state::SessionState;
use kassa_wire::view::{FieldView, FieldsView, SessionView};

use super::fixture::view;
use super::{Effect, Event, Failure, Journey, newer};
use crate::checkout::Stage;

/// A country whose addresses have no city, and whose postal codes are of this shape.
fn fields_of(country: &str) -> FieldsView {
    let known = view(SessionState::Open).fields;
    let field = |field: FieldView| match field.name.as_str() {
        field::CITY => None,
        field::POSTAL_CODE => Some(FieldView {
            required: true,
            pattern: Some(r"\d{6}".to_owned()),
            ..field
        }),
        _ => Some(field),
    };
    FieldsView {
        country: country.parse().unwrap(),
        fields: known.into_iter().filter_map(field).collect(),
    }
}

fn arrived(country: &str) -> Event {
    Event::FieldsArrived(Ok(Box::new(fields_of(country))))
}

fn editing() -> Journey {
    Journey::open().then(Event::ChangePressed)
}

fn asked(journey: &Journey) -> Vec<&str> {
    let effects = journey.effects.iter();
    let asked = effects.filter_map(|effect| {
        if let Effect::AskFields { country } = effect {
            Some(country.as_str())
        } else {
            None
        }
    });
    asked.collect()
}

fn has_field(journey: &Journey, name: &str) -> bool {
    let mut fields = journey.checkout().view.fields.iter();
    fields.any(|field| field.name == name)
}

#[test]
fn another_country_brings_its_fields_and_keeps_all_that_was_typed() {
    let journey = editing()
        .typed("city", "Enugu")
        .typed("country", "JP")
        .then(arrived("JP"));
    assert_eq!(asked(&journey), ["JP"]);
    assert!(!has_field(&journey, "city") && has_field(&journey, "postal_code"));
    assert_eq!(journey.form().values["city"], "Enugu");
    let country = &journey.checkout().view.fields[4];
    assert!(!country.options.is_empty(), "the countries stay");
}

#[test]
fn of_two_changes_only_the_later_counts() {
    let journey = editing()
        .typed("country", "JP")
        .typed("country", "US")
        .then(arrived("JP"));
    assert_eq!(asked(&journey), ["JP", "US"]);
    assert!(has_field(&journey, "city"), "Japan came too late");
    let back = journey.typed("country", "NG").now().then(arrived("US"));
    assert!(has_field(&back, "city") && asked(&back).is_empty());
}

#[test]
fn errors_of_fields_that_are_gone_go_and_others_say_what_is_wrong_now() {
    let journey = editing()
        .typed("city", "")
        .left("city")
        .typed("email", "x")
        .left("email")
        .typed("country", "JP")
        .then(arrived("JP"));
    let said = [FieldProblem {
        field: "email".to_owned(),
        code: FieldCode::InvalidEmail,
    }];
    assert_eq!(journey.form().errors, said);
}

#[test]
fn where_the_fields_cannot_be_had_the_server_has_the_word() {
    let journey = editing()
        .typed("city", "")
        .typed("country", "JP")
        .then(Event::FieldsArrived(Err(Failure::Unanswered)))
        .now()
        .then(Event::ConfirmPressed);
    assert!(matches!(journey.stage(), Stage::Confirming(_)));
    let missing = FieldProblem {
        field: "payer.postal_code".to_owned(),
        code: FieldCode::Required,
    };
    let refused = Failure::Refused(ProblemCode::InvalidPayer, vec![missing]);
    let journey = journey.then(Event::ConfirmAnswered(Err(refused)));
    assert_eq!(asked(&journey), ["JP"], "it is asked once more");
    let journey = journey.then(arrived("JP"));
    assert_eq!(journey.form().errors[0].field, "postal_code");
}

#[test]
fn what_changes_meanwhile_does_not_bring_the_old_countrys_fields_back() {
    let elsewhere = newer(view(SessionState::Open), 4);
    let journey = editing()
        .typed("country", "JP")
        .then(arrived("JP"))
        .now()
        .arrived(elsewhere.clone());
    assert!(!has_field(&journey, "city") && asked(&journey).is_empty());
    let spanish = SessionView {
        locale: "es".to_owned(),
        ..newer(elsewhere, 5)
    };
    let journey = journey.arrived(spanish);
    assert_eq!(asked(&journey), ["JP"], "in the new language");
}

#[test]
fn no_country_at_all_is_no_other_country() {
    assert!(asked(&editing().typed("country", "")).is_empty());
}
