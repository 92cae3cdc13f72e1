//! The payer's form: which fields, in which order.

use std::sync::Arc;

use kassa::i18n::Key;
use kassa_wire::CountryCode;
use kassa_wire::merchant::{CustomField, CustomKind};
use kassa_wire::payer::field;
use kassa_wire::view::{FieldKind, FieldMode, FieldView, OptionView};

use crate::domain::Recipient;
use crate::words::{AddressFormat, AddressPart, Locale, NameOrder, Needed, Words, address_format};

/// How long an answer to a recipient's own question may be.
const CUSTOM_MAX: u16 = 200;

/// The fields of a recipient's form for a payer of a country, in their order, with their labels in
/// a language. The same list is what the payer's information is parsed against.
#[must_use]
pub fn payer_fields(
    recipient: &Recipient,
    country: CountryCode,
    words: &Words,
    locale: Locale,
) -> Vec<FieldView> {
    let writer = Writer { words, locale };
    let own = recipient.fields.iter().map(custom_field);
    let person = writer.person().into_iter();
    let fields = person.chain(writer.address(address_format(country)));
    fields.chain(own).collect()
}

struct Writer<'a> {
    words: &'a Words,
    locale: Locale,
}

impl Writer<'_> {
    /// Who it is and where they are, whatever the country.
    fn person(&self) -> [FieldView; 5] {
        let given = self.field(field::FIRST_NAME, Key::FieldFirstName, (Needed::Yes, 100));
        let family = self.field(field::LAST_NAME, Key::FieldLastName, (Needed::Yes, 100));
        let (first, second) = match self.locale.name_order() {
            NameOrder::GivenFirst => (given, family),
            NameOrder::FamilyFirst => (family, given),
        };
        // RFC 5321 takes no longer address.
        let email = self.field(field::EMAIL, Key::FieldEmail, (Needed::Yes, 254));
        let phone = self.field(field::PHONE, Key::FieldPhone, (Needed::No, 32));
        let country = self.field(field::COUNTRY, Key::FieldCountry, (Needed::Yes, 2));
        [
            first,
            second,
            FieldView {
                kind: FieldKind::Email,
                ..email
            },
            FieldView {
                kind: FieldKind::Phone,
                ..phone
            },
            FieldView {
                kind: FieldKind::Country,
                options: Arc::clone(self.words.countries(self.locale)),
                ..country
            },
        ]
    }

    /// The parts of an address as the country has them.
    fn address(&self, format: AddressFormat) -> impl Iterator<Item = FieldView> {
        let parts = format.parts();
        parts.map(move |(part, needed)| self.part(format, part, needed))
    }

    fn part(&self, format: AddressFormat, part: AddressPart, needed: Needed) -> FieldView {
        let named = |name, max| self.field(name, format.label(part), (needed, max));
        match part {
            AddressPart::Street => named(field::ADDRESS, 200),
            AddressPart::District => named(field::DISTRICT, 100),
            AddressPart::City => named(field::CITY, 100),
            AddressPart::Region => {
                with_options(named(field::REGION, 100), format.regions(self.locale))
            }
            AddressPart::PostalCode => FieldView {
                pattern: format.pattern().map(str::to_owned),
                example: format.example().map(str::to_owned),
                ..named(field::POSTAL_CODE, 16)
            },
        }
    }

    fn field(&self, name: &str, label: Key, (needed, max_length): (Needed, u16)) -> FieldView {
        FieldView {
            name: name.to_owned(),
            label: self.words.catalogue(self.locale).text(label).to_owned(),
            kind: FieldKind::Text,
            required: needed == Needed::Yes,
            max_length,
            options: Arc::default(),
            pattern: None,
            example: None,
            mode: FieldMode::Editable,
        }
    }
}

/// A choice, where there is something to choose from.
fn with_options(field: FieldView, options: Vec<OptionView>) -> FieldView {
    if options.is_empty() {
        return field;
    }
    FieldView {
        kind: FieldKind::Choice,
        options: options.into(),
        ..field
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
        kind: match field.asks_for() {
            CustomKind::Text => FieldKind::Text,
            CustomKind::Number => FieldKind::Number,
            CustomKind::Date => FieldKind::Date,
            CustomKind::Choice => FieldKind::Choice,
        },
        required: field.required,
        max_length: CUSTOM_MAX,
        options: field.options.iter().map(option).collect(),
        pattern: field.pattern.clone(),
        example: field.example.clone(),
        mode: FieldMode::Editable,
    }
}
