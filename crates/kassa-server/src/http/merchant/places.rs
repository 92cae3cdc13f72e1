//! Countries and currencies that there are.

use kassa_wire::problem::FieldCode;
use kassa_wire::{CountryCode, Currency, Money};

use crate::http::extract::Fields;

/// A country of ISO 3166-1.
pub(super) fn read_country(fields: &mut Fields<'_>, name: &str) -> Option<CountryCode> {
    let country = fields.parsed(name, FieldCode::Unknown, |text| {
        let known = text.parse::<iso_currency::Country>().is_ok();
        text.parse().ok().filter(|_| known)
    });
    fields.required(name, country)
}

/// A currency of ISO 4217.
pub(super) fn read_currency(fields: &mut Fields<'_>, name: &str) -> Option<Currency> {
    let currency = fields.parsed(name, FieldCode::Unknown, |text| {
        let known = iso_currency::Currency::from_code(text).is_some();
        text.parse().ok().filter(|_| known)
    });
    fields.required(name, currency)
}

/// `{ "amount": 125000, "currency": "EUR" }`: an integer of minor units that fits, more than
/// nothing, in a currency that there is. Absent where it is absent.
pub(super) fn read_money(fields: &mut Fields<'_>, name: &'static str) -> Option<Money> {
    let object = fields.object(name)?;
    let mut inside = Fields::inside("amount.", object);
    let amount = inside.minor_units("amount");
    let currency = read_currency(&mut inside, "currency");
    fields.absorb(inside);
    match amount {
        Some(amount) if amount > 0 => Some(Money {
            amount,
            currency: currency?,
        }),
        Some(_) => {
            fields.blame("amount.amount", FieldCode::Invalid);
            None
        }
        None => None,
    }
}
