//! Text in; a value that cannot be wrong, or the reason, out.

use kassa_wire::payer::PayerValues;
use kassa_wire::problem::{FieldCode, FieldProblem};
use kassa_wire::state::SessionState;
use kassa_wire::view::{FieldKind, FieldView};

use super::TODAY;
use super::fixture::{countries, payer, view};
use crate::checkout::form::card::{self, CardText, field, group_expiry, group_number};
use crate::checkout::form::{Checks, Payer, Unchecked, parse as parse_with};
use crate::checkout::name_countries;

/// The fields of a university, with the language's countries.
fn fields() -> Vec<FieldView> {
    let mut view = view(SessionState::Open);
    name_countries(&mut view.fields, &countries());
    view.fields
}

fn parse(fields: &[FieldView], typed: &PayerValues) -> Result<Payer, Vec<FieldProblem>> {
    parse_with(fields, typed, &Unchecked)
}

fn with(name: &str, text: &str) -> PayerValues {
    let mut values = payer();
    values.insert(name.to_owned(), text.to_owned());
    values
}

fn code(name: &str, text: &str) -> Option<FieldCode> {
    let problems = parse(&fields(), &with(name, text)).err()?;
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].field, name);
    Some(problems[0].code)
}

fn card() -> CardText {
    CardText {
        number: "4242 4242 4242 4242".to_owned(),
        expiry: "04 / 29".to_owned(),
        code: "123".to_owned(),
        holder: "Amina Okafor".to_owned(),
    }
}

fn card_code(name: &str, text: &str) -> Option<FieldCode> {
    let mut card = card();
    card.set(name, text.to_owned());
    card::problem_of(name, &card, TODAY)
}

#[test]
fn names_in_any_script_are_taken_as_they_are() {
    for name in [
        "Łukasz",
        "محمد",
        "\u{200f}שרה\u{200e}",
        "王小明",
        "Zoë 🎓",
        "O'Neil-Ó",
        "<script>alert(1)</script>",
    ] {
        let parsed = parse(&fields(), &with("first_name", name)).unwrap();
        assert_eq!(parsed.values()["first_name"], name);
    }
}

#[test]
fn control_characters_are_refused() {
    for text in ["a\0b", "a\nb", "a\u{7f}b", "a\u{85}b", "a\u{1b}[31m"] {
        assert_eq!(
            code("first_name", text),
            Some(FieldCode::InvalidCharacters),
            "{text:?}"
        );
    }
}

#[test]
fn space_around_a_text_goes_away() {
    assert_eq!(
        parse(&fields(), &with("city", " \tEnugu\n "))
            .unwrap()
            .values()["city"],
        "Enugu"
    );
}

#[test]
fn only_space_is_nothing() {
    assert_eq!(code("city", " \u{a0} "), Some(FieldCode::Required));
    assert!(
        !parse(&fields(), &with("phone", "  "))
            .unwrap()
            .values()
            .contains_key("phone")
    );
}

#[test]
fn length_is_counted_in_characters_and_not_in_bytes() {
    assert_eq!(code("city", &"京".repeat(100)), None);
    assert_eq!(code("city", &"a".repeat(101)), Some(FieldCode::TooLong));
}

#[test]
fn a_country_and_a_choice_are_among_those_offered() {
    assert_eq!(code("country", "ES"), None);
    for wrong in ["XX", "es", "Spain", "ES\u{200f}"] {
        assert_eq!(
            code("country", wrong),
            Some(FieldCode::UnknownOption),
            "{wrong:?}"
        );
    }
    assert_eq!(
        code("fields.term", "winter"),
        Some(FieldCode::UnknownOption)
    );
}

#[test]
fn what_no_field_asks_for_is_left_out() {
    assert!(
        !parse(&fields(), &with("is_admin", "1"))
            .unwrap()
            .values()
            .contains_key("is_admin")
    );
}

#[test]
fn every_problem_is_named_in_the_fields_order() {
    let problems = parse(&fields(), &PayerValues::new()).unwrap_err();
    let names: Vec<_> = problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    let required = [
        "first_name",
        "last_name",
        "email",
        "country",
        "address",
        "city",
        "fields.student_id",
    ];
    assert_eq!(names, required);
}

#[test]
fn a_card_number_has_its_check_digit() {
    for good in [
        "4242424242424242",
        "4000-0000-0000-0002",
        "378282246310005",
        "４２４２ ４２４２ ４２４２ ４２４２",
    ] {
        assert_eq!(card_code(field::NUMBER, good), None, "{good:?}");
    }
    for wrong in [
        "4242424242424241",
        "4242",
        "42424242424242424242",
        "4242 4242 4242 424x",
        "0x42424242424242",
    ] {
        assert_eq!(
            card_code(field::NUMBER, wrong),
            Some(FieldCode::InvalidCardNumber),
            "{wrong:?}"
        );
    }
    assert_eq!(card_code(field::NUMBER, " "), Some(FieldCode::Required));
}

#[test]
fn an_expiry_date_is_taken_in_any_common_writing() {
    for good in [
        "1/27", "01/27", "01 / 27", "01/2027", "01-27", "0127", "012027", "1 2027", "11 / 26",
    ] {
        assert_eq!(card_code(field::EXPIRY, good), None, "{good:?}");
    }
    for wrong in [
        "10/26", "13/27", "0/27", "1/7", "127", "01/27/28", "ab/cd", "01/2099", "/27",
    ] {
        assert_eq!(
            card_code(field::EXPIRY, wrong),
            Some(FieldCode::InvalidExpiry),
            "{wrong:?}"
        );
    }
}

#[test]
fn the_security_code_is_as_long_as_the_brand_has_it() {
    assert_eq!(card_code(field::CODE, "123"), None);
    assert_eq!(
        card_code(field::CODE, "1234"),
        Some(FieldCode::InvalidSecurityCode)
    );
    let mut amex = card();
    amex.number = "378282246310005".to_owned();
    assert_eq!(
        card::problem_of(field::CODE, &amex, TODAY),
        Some(FieldCode::InvalidSecurityCode)
    );
    amex.code = "1234".to_owned();
    assert_eq!(card::problem_of(field::CODE, &amex, TODAY), None);
}

#[test]
fn a_card_comes_out_as_the_tokenizer_takes_it() {
    let details = card::parse(&card(), TODAY).unwrap();
    assert_eq!(
        (
            details.number.as_str(),
            details.expiry_month,
            details.expiry_year
        ),
        ("4242424242424242", 4, 2029)
    );
}

#[test]
fn a_card_is_never_shown() {
    assert_eq!(format!("{:?}", card()), "CardText(***)");
}

/// The text with `|` where the caret is, after grouping.
fn grouped(group: fn(&str, usize) -> (String, usize), text: &str) -> String {
    let caret = text.find('|').unwrap();
    let (mut grouped, place) = group(&text.replace('|', ""), caret);
    grouped.insert(place, '|');
    grouped
}

#[test]
fn a_number_is_grouped_and_the_caret_stays_behind_its_digit() {
    let cases = [
        ("4242|", "4242|"),
        ("42424|", "4242 4|"),
        ("4242 42942| 4242", "4242 4294 2|424 2"),
        ("42942| 4242", "4294 2|424 2"),
        ("4|", "4|"),
        ("|4242 4", "|4242 4"),
        ("4242| 4", "4242| 4"),
        ("42x|42", "42|42"),
        ("3782822|46310005", "3782 822|463 10005"),
        ("4242-4242-4242-4242|", "4242 4242 4242 4242|"),
        ("42424242424242424242424|", "4242 4242 4242 4242 424|"),
        ("|", "|"),
    ];
    for (typed, expected) in cases {
        assert_eq!(grouped(group_number, typed), expected, "{typed:?}");
    }
}

#[test]
fn an_expiry_date_gets_its_slash_at_the_end_and_is_left_alone_in_the_middle() {
    let cases = [
        ("1|", "1|"),
        ("12|", "12|"),
        ("5|", "05|"),
        ("122|", "12 / 2|"),
        ("1229|", "12 / 29|"),
        ("12 / |", "12 / |"),
        ("1/27|", "1/27|"),
        ("12 / 2|9", "12 / 2|9"),
        ("1|9", "1|9"),
        ("|", "|"),
    ];
    for (typed, expected) in cases {
        assert_eq!(grouped(group_expiry, typed), expected, "{typed:?}");
    }
}

/// Takes the pattern itself, and knows one number.
struct Strict;

impl Checks for Strict {
    fn matches(&self, pattern: &str, text: &str) -> bool {
        text == pattern
    }

    fn is_day(&self, text: &str) -> bool {
        text == "2026-02-28"
    }

    fn phone(&self, number: String) -> Result<String, FieldCode> {
        if number == "+34 612 345 678" {
            Ok("+34 612 34 56 78".to_owned())
        } else {
            Err(FieldCode::InvalidPhone)
        }
    }
}

fn field_like(name: &str, kind: FieldKind, pattern: Option<&str>) -> FieldView {
    FieldView {
        name: name.to_owned(),
        kind,
        pattern: pattern.map(str::to_owned),
        options: [].into(),
        ..fields().remove(0)
    }
}

fn read(field: &FieldView, text: &str) -> Result<String, FieldCode> {
    let typed = [(field.name.clone(), text.to_owned())].into();
    let fields = std::slice::from_ref(field);
    let read = parse_with(fields, &typed, &Strict).map_err(|problems| problems[0].code)?;
    Ok(read.into_values()[&field.name].clone())
}

#[test]
fn a_postal_code_is_found_in_any_common_writing_and_other_texts_are_exact() {
    let code = field_like("postal_code", FieldKind::Text, Some("EC1Y 8SY"));
    for typed in [
        "EC1Y 8SY",
        "ec1y8sy",
        " EC1Y-8SY ",
        "e c1y8 sy",
        "ＥＣ１Ｙ　８ＳＹ",
    ] {
        assert_eq!(read(&code, typed).as_deref(), Ok("EC1Y 8SY"), "{typed}");
    }
    assert_eq!(read(&code, "EC1Y 8S"), Err(FieldCode::InvalidFormat));
    let own = field_like("fields.file", FieldKind::Text, Some("V-1"));
    assert_eq!(read(&own, " V-1 ").as_deref(), Ok("V-1"));
    assert_eq!(read(&own, "v-1"), Err(FieldCode::InvalidFormat));
}

#[test]
fn numbers_days_and_telephone_numbers_come_out_in_one_writing() {
    let number = field_like("fields.nights", FieldKind::Number, Some("2.5"));
    assert_eq!(read(&number, "2,5").as_deref(), Ok("2.5"));
    assert_eq!(read(&number, "3"), Err(FieldCode::InvalidFormat));
    assert_eq!(read(&number, "two"), Err(FieldCode::InvalidNumber));
    let day = field_like("fields.arrival", FieldKind::Date, None);
    assert_eq!(read(&day, "2026-02-28").as_deref(), Ok("2026-02-28"));
    assert_eq!(read(&day, "2026-02-30"), Err(FieldCode::InvalidDate));
    let phone = field_like("phone", FieldKind::Phone, None);
    assert_eq!(
        read(&phone, "+34 612 345 678").as_deref(),
        Ok("+34 612 34 56 78")
    );
    assert_eq!(
        read(&phone, "+34 612 345 679"),
        Err(FieldCode::InvalidPhone)
    );
}
