//! The form follows the payer's country, and the merchant's locks.

use kassa_wire::payer::PayerValues;
use kassa_wire::problem::FieldCode;
use kassa_wire::view::{FieldKind, FieldMode, FieldView, SessionView};

use super::{checkout, session, view};
use crate::domain::{Checkout, Locks};
use crate::views::PayerForm;
use crate::words::{Locale, Words};

const COMPLETE: [(&str, &str); 8] = [
    ("first_name", "Amina"),
    ("last_name", "Haddad"),
    ("email", "amina@example.com"),
    ("phone", "+212 537 123 456"),
    ("country", "MA"),
    ("address", "12 Rue des Orangers"),
    ("city", "Rabat"),
    ("fields.student_id", "V-20260417"),
];

fn complete() -> PayerValues {
    let pairs = COMPLETE.iter();
    pairs
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}

fn with(more: &[(&str, &str)]) -> PayerValues {
    let mut values = complete();
    let more = more.iter();
    values.extend(more.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    values
}

fn locked(payer: PayerValues, read_only: &[&str], hidden: &[&str]) -> Checkout {
    let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    let mut session = session(&[]);
    session.payer = payer;
    session.locks = Locks {
        read_only: names(read_only),
        hidden: names(hidden),
    };
    checkout(session)
}

fn form(checkout: &Checkout, typed: &PayerValues) -> PayerForm {
    PayerForm::of(checkout, typed, &Words::load().unwrap(), Locale::ENGLISH)
}

fn names(view: &SessionView) -> String {
    let names = view.fields.iter().map(|field| field.name.as_str());
    names.skip(4).collect::<Vec<_>>().join(" ")
}

fn named<'a>(view: &'a SessionView, name: &str) -> &'a FieldView {
    let mut fields = view.fields.iter();
    fields.find(|field| field.name == name).unwrap()
}

#[test]
fn the_form_asks_for_what_addresses_of_the_payers_country_have() {
    let of = |country: &str| view(&checkout(session(&[("country", country)])), "en");
    let japan = of("JP");
    let own = "fields.student_id fields.intake";
    assert_eq!(
        names(&japan),
        format!("country postal_code region address {own}")
    );
    assert_eq!(japan.country.as_str(), "JP");
    let region = named(&japan, "region");
    assert_eq!(
        (region.kind, region.label.as_str(), region.options.len()),
        (FieldKind::Choice, "Prefecture", 47)
    );
    let code = named(&japan, "postal_code");
    assert_eq!(code.example.as_deref(), Some("154-0023"));
    assert!(code.required && code.pattern.is_some());
    let hong_kong = of("HK");
    assert_eq!(
        names(&hong_kong),
        format!("country region city address {own}")
    );
    let states = of("US");
    assert_eq!(
        names(&states),
        format!("country address city region postal_code {own}")
    );
    assert_eq!(named(&states, "postal_code").label, "ZIP code");
}

#[test]
fn a_payer_who_has_said_no_country_is_asked_as_in_the_orders() {
    for country in ["", "XX", "es"] {
        let view = view(&checkout(session(&[("country", country)])), "en");
        assert_eq!(view.country.as_str(), "ES", "{country}");
        assert!(
            view.payer["country"] == country,
            "what was sent stays to be mended"
        );
    }
}

#[test]
fn who_reads_japanese_says_the_family_name_first() {
    let first = |locale: &str| view(&checkout(session(&[])), locale).fields[0].name.clone();
    assert_eq!(first("ja"), "last_name");
    assert_eq!(first("en"), "first_name");
}

#[test]
fn a_region_that_the_merchant_has_by_name_is_chosen() {
    let said = [("country", "US"), ("region", "california")];
    let view = view(&checkout(session(&said)), "en");
    assert_eq!(view.payer["region"], "US-CA");
    let said = [("country", "US"), ("region", "Bavaria")];
    let wrong = super::view(&checkout(session(&said)), "en");
    let region = wrong.problems.iter().find(|it| it.field == "region");
    assert_eq!(region.unwrap().code, FieldCode::UnknownOption);
}

#[test]
fn a_number_is_kept_as_the_world_dials_it() {
    let read = |phone| form(&checkout(session(&[])), &with(&[("phone", phone)])).read();
    assert_eq!(read("0537-123456").unwrap()["phone"], "+212 5 37 12 34 56");
    let problems = read("123456").unwrap_err();
    assert_eq!(problems[0].code, FieldCode::InvalidPhone);
}

#[test]
fn what_the_merchant_has_locked_is_read_and_not_changed() {
    let checkout = locked(complete(), &["email", "country"], &["fields.student_id"]);
    let shown = view(&checkout, "en");
    assert_eq!(named(&shown, "email").mode, FieldMode::ReadOnly);
    assert_eq!(named(&shown, "city").mode, FieldMode::Editable);
    let hidden = |name: &str| shown.fields.iter().all(|field| field.name != name);
    assert!(hidden("fields.student_id") && !shown.payer.contains_key("fields.student_id"));
    let typed = with(&[
        ("email", "mallory@example.com"),
        ("country", "US"),
        ("fields.student_id", ""),
        ("city", "Salé"),
    ]);
    let read = form(&checkout, &typed).read().unwrap();
    assert_eq!(read["email"], "amina@example.com");
    assert_eq!(read["country"], "MA");
    assert_eq!(read["fields.student_id"], "V-20260417");
    assert_eq!(read["city"], "Salé");
}

#[test]
fn what_is_locked_and_wrong_or_missing_is_the_payers_to_mend() {
    let payer = with(&[("email", "amina@"), ("fields.student_id", " ")]);
    let checkout = locked(payer, &["email"], &["fields.student_id"]);
    let shown = view(&checkout, "en");
    assert_eq!(named(&shown, "email").mode, FieldMode::Editable);
    assert_eq!(named(&shown, "fields.student_id").mode, FieldMode::Editable);
    assert_eq!(shown.problems.len(), 2);
    let mended = form(&checkout, &complete()).read().unwrap();
    assert_eq!(mended["email"], "amina@example.com");
}
