//! One session's form: its fields in the payer's country, and which of them are the merchant's.

use kassa::checkout::form;
use kassa_wire::CountryCode;
use kassa_wire::payer::{PayerValues, field};
use kassa_wire::problem::FieldProblem;
use kassa_wire::view::{FieldKind, FieldMode, FieldView};

use super::checks::{Numbers, ServerChecks};
use super::fields::payer_fields;
use crate::domain::Checkout;
use crate::words::{Locale, Words, address_format};

/// The form of a session for what is in it.
#[derive(Clone, Debug)]
pub struct PayerForm {
    country: CountryCode,
    shown: Vec<FieldView>,
    hidden: Vec<FieldView>,
    payer: PayerValues,
}

impl PayerForm {
    /// The form with these values in it. What the merchant has locked stays the merchant's, as long
    /// as it can be taken: else the payer mends it.
    #[must_use]
    pub fn of(checkout: &Checkout, typed: &PayerValues, words: &Words, locale: Locale) -> Self {
        let country = country_of(checkout, typed, words);
        let fields = payer_fields(&checkout.recipient, country, words, locale);
        let kept = tidied(country, &checkout.session.payer);
        let mut payer = tidied(country, typed);
        let mut form = Self {
            country,
            shown: Vec::new(),
            hidden: Vec::new(),
            payer: PayerValues::new(),
        };
        for field in fields {
            let lock = lock_of(checkout, &field, &kept, country);
            if lock != Lock::None {
                let value = kept.get(&field.name).cloned().unwrap_or_default();
                payer.insert(field.name.clone(), value);
            }
            match lock {
                Lock::None => form.shown.push(field),
                Lock::ReadOnly => form.shown.push(FieldView {
                    mode: FieldMode::ReadOnly,
                    ..field
                }),
                Lock::Hidden => form.hidden.push(field),
            }
        }
        form.payer = payer;
        form
    }

    /// Whose addresses it asks for.
    #[must_use]
    pub const fn country(&self) -> CountryCode {
        self.country
    }

    /// What is in the fields that the payer sees, and nothing that the merchant sent beyond them.
    #[must_use]
    pub fn shown_values(&self) -> PayerValues {
        let value = |field: &FieldView| {
            let value = self.payer.get(&field.name)?.clone();
            Some((field.name.clone(), value))
        };
        self.shown.iter().filter_map(value).collect()
    }

    /// The fields that the payer sees. The countries come with the language's texts.
    #[must_use]
    pub fn into_shown(mut self) -> Vec<FieldView> {
        for field in &mut self.shown {
            if field.kind == FieldKind::Country {
                field.options = [].into();
            }
        }
        self.shown
    }

    /// The values of all fields, cleaned.
    ///
    /// # Errors
    /// Every field that cannot be taken, in the fields' order.
    pub fn read(&self) -> Result<PayerValues, Vec<FieldProblem>> {
        self.read_with(Numbers::International)
    }

    /// What is still wrong with them.
    #[must_use]
    pub fn problems(&self) -> Vec<FieldProblem> {
        self.read_with(Numbers::AsTyped).err().unwrap_or_default()
    }

    fn read_with(&self, numbers: Numbers) -> Result<PayerValues, Vec<FieldProblem>> {
        let fields = [&self.shown[..], &self.hidden[..]].concat();
        let checks = ServerChecks {
            country: self.country,
            numbers,
        };
        form::parse(&fields, &self.payer, &checks).map(form::Payer::into_values)
    }
}

/// What the payer may do with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lock {
    None,
    ReadOnly,
    Hidden,
}

fn lock_of(
    checkout: &Checkout,
    field: &FieldView,
    kept: &PayerValues,
    country: CountryCode,
) -> Lock {
    let locks = &checkout.session.locks;
    let lock = if locks.hidden.contains(&field.name) {
        Lock::Hidden
    } else if locks.read_only.contains(&field.name) {
        Lock::ReadOnly
    } else {
        return Lock::None;
    };
    let checks = ServerChecks {
        country,
        numbers: Numbers::AsTyped,
    };
    match form::problem_of(field, kept, &checks) {
        None => lock,
        Some(_) => Lock::None,
    }
}

/// The payer's country where they have said one, else the order's.
fn country_of(checkout: &Checkout, typed: &PayerValues, words: &Words) -> CountryCode {
    let said = |values: &PayerValues| {
        let country = values.get(field::COUNTRY)?.trim().parse().ok()?;
        words.is_country(country).then_some(country)
    };
    let session = &checkout.session;
    let name = field::COUNTRY.to_owned();
    let locked = session.locks.read_only.contains(&name) || session.locks.hidden.contains(&name);
    let merchants = said(&session.payer).filter(|_| locked);
    let said = merchants.or_else(|| said(typed));
    said.unwrap_or(checkout.order.country)
}

/// A region is known by its code, whatever name of it was sent.
fn tidied(country: CountryCode, values: &PayerValues) -> PayerValues {
    let mut values = values.clone();
    if let Some(region) = values.get_mut(field::REGION)
        && let Some(code) = address_format(country).region_code(region)
    {
        *region = code;
    }
    values
}
