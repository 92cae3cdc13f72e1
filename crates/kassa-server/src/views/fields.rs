//! The payer's form: which fields, in which order.

use std::sync::Arc;

use kassa::i18n::Key;
use kassa_wire::merchant::CustomField;
use kassa_wire::payer::field;
use kassa_wire::view::{FieldKind, FieldView, OptionView};

use crate::domain::Recipient;
use crate::words::{Locale, Words};

/// What the form asks for, whatever the recipient.
const USUAL: [Usual; 9] = [
    Usual(
        field::FIRST_NAME,
        Key::FieldFirstName,
        FieldKind::Text,
        Needed::Yes,
        100,
    ),
    Usual(
        field::LAST_NAME,
        Key::FieldLastName,
        FieldKind::Text,
        Needed::Yes,
        100,
    ),
    // RFC 5321 takes no longer address.
    Usual(
        field::EMAIL,
        Key::FieldEmail,
        FieldKind::Email,
        Needed::Yes,
        254,
    ),
    Usual(
        field::PHONE,
        Key::FieldPhone,
        FieldKind::Phone,
        Needed::No,
        32,
    ),
    Usual(
        field::COUNTRY,
        Key::FieldCountry,
        FieldKind::Country,
        Needed::Yes,
        2,
    ),
    Usual(
        field::ADDRESS,
        Key::FieldAddress,
        FieldKind::Text,
        Needed::Yes,
        200,
    ),
    Usual(
        field::CITY,
        Key::FieldCity,
        FieldKind::Text,
        Needed::Yes,
        100,
    ),
    Usual(
        field::REGION,
        Key::FieldRegion,
        FieldKind::Text,
        Needed::No,
        100,
    ),
    // Not every country has them.
    Usual(
        field::POSTAL_CODE,
        Key::FieldPostalCode,
        FieldKind::Text,
        Needed::No,
        16,
    ),
];

/// How long an answer to a recipient's own question may be.
const CUSTOM_MAX: u16 = 200;

struct Usual(&'static str, Key, FieldKind, Needed, u16);

enum Needed {
    Yes,
    No,
}

/// The fields of a recipient's form, in their order, with their labels in a language. The same
/// list is what the payer's information is parsed against.
#[must_use]
pub fn payer_fields(recipient: &Recipient, words: &Words, locale: Locale) -> Vec<FieldView> {
    let usual = USUAL.iter().map(|usual| usual_field(usual, words, locale));
    usual
        .chain(recipient.fields.iter().map(custom_field))
        .collect()
}

fn usual_field(usual: &Usual, words: &Words, locale: Locale) -> FieldView {
    let Usual(name, label, kind, needed, max_length) = usual;
    let options = match kind {
        FieldKind::Country => Arc::clone(words.countries(locale)),
        FieldKind::Text | FieldKind::Email | FieldKind::Phone | FieldKind::Choice => Arc::default(),
    };
    FieldView {
        name: (*name).to_owned(),
        label: words.catalogue(locale).text(*label).to_owned(),
        kind: *kind,
        required: matches!(needed, Needed::Yes),
        max_length: *max_length,
        options,
    }
}

/// A recipient's own question, in the merchant's words whatever the language.
fn custom_field(field: &CustomField) -> FieldView {
    let option = |text: &String| OptionView {
        value: text.clone(),
        label: text.clone(),
    };
    FieldView {
        name: format!("{}{}", field::CUSTOM_PREFIX, field.id),
        label: field.label.clone(),
        kind: if field.options.is_empty() {
            FieldKind::Text
        } else {
            FieldKind::Choice
        },
        required: field.required,
        max_length: CUSTOM_MAX,
        options: field.options.iter().map(option).collect(),
    }
}
