//! Amounts as people write them.

use std::collections::BTreeMap;
use std::sync::{OnceLock, PoisonError, RwLock};

use fixed_decimal::Decimal;
use icu::decimal::DecimalFormatter;
use icu::decimal::options::DecimalFormatterOptions;
use icu::locale::extensions::unicode::Value;
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::CurrencyFormatter;
use icu_experimental::dimension::currency::options::CurrencyFormatterOptions;
use kassa_wire::{Currency, Money};

use super::Locale;

/// How many decimals a currency has, by ISO 4217; nothing for what is no currency of today's.
#[must_use]
pub fn decimals(currency: Currency) -> Option<i16> {
    let known = iso_currency::Currency::from_code(currency.as_str())?;
    known
        .exponent()
        .and_then(|exponent| i16::try_from(exponent).ok())
}

/// An amount with its currency: `€4,850.00` in English, `4.850,00 €` in Spanish, where the space
/// is one at which a line does not break.
///
/// All decimals that ISO 4217 gives the currency are written, whatever a language usually leaves
/// out, and thousands are always grouped: an amount to be paid is exact, and amounts stand below
/// each other.
#[must_use]
pub fn amount(money: Money, locale: Locale) -> String {
    let places = decimals(money.currency).unwrap_or(0);
    let number = written(money.amount.unsigned_abs(), places, locale);
    let (before, after) = around(money, locale).unwrap_or_else(|| plain(money));
    format!("{before}{number}{after}")
}

fn written(minor_units: u64, places: i16, locale: Locale) -> String {
    let unit = |places: i16| 10_u64.checked_pow(u32::from(places.unsigned_abs()));
    let thousands = |extra: i16| unit(places.saturating_add(extra));
    match (thousands(3), thousands(4)) {
        (Some(from), Some(to)) if (from..to).contains(&minor_units) => {
            grouped_thousands(minor_units.saturating_add(to), places, locale)
        }
        _ => formatted(minor_units, places, locale),
    }
}

/// ICU does not group four digits in some languages, Spanish among them. With one more in front,
/// which is taken away again, it does.
fn grouped_thousands(with_one_in_front: u64, places: i16, locale: Locale) -> String {
    formatted(with_one_in_front, places, locale)
        .chars()
        .skip(1)
        .collect()
}

fn formatted(minor_units: u64, places: i16, locale: Locale) -> String {
    let mut decimal = Decimal::from(minor_units);
    decimal.multiply_pow10(places.saturating_neg());
    decimal.pad_end(places.saturating_neg());
    let made = NUMBERS.get(locale.index()).map(|made| {
        made.get_or_init(|| {
            let options = DecimalFormatterOptions::default();
            DecimalFormatter::try_new(locale.writes().into(), options).ok()
        })
    });
    match made {
        Some(Some(formatter)) => formatter.format_to_string(&decimal),
        Some(None) | None => decimal.to_string(),
    }
}

/// To make one takes longer than to write a hundred amounts with it.
static NUMBERS: [OnceLock<Option<DecimalFormatter>>; Locale::COUNT] =
    [const { OnceLock::new() }; Locale::COUNT];

/// What stands around a number: of a language's place, a currency, and a sign.
type Arounds = BTreeMap<(usize, Currency, Sign), Option<(String, String)>>;

/// One entry for each language, currency and sign that was ever written: a few thousand at most.
static AROUNDS: RwLock<Arounds> = RwLock::new(BTreeMap::new());

/// Whether an amount is given or taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Plus,
    Minus,
}

/// What stands before and after the number, found out once.
fn around(money: Money, locale: Locale) -> Option<(String, String)> {
    let sign = if money.amount < 0 {
        Sign::Minus
    } else {
        Sign::Plus
    };
    let wanted = (locale.index(), money.currency, sign);
    let known = AROUNDS.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known.get(&wanted) {
        return known.clone();
    }
    drop(known);
    let found = find_around(money.currency, sign, locale);
    let mut known = AROUNDS.write().unwrap_or_else(PoisonError::into_inner);
    known.insert(wanted, found.clone());
    found
}

/// What stands before and after the number: sign, symbol, spaces. Taken from what ICU writes for
/// one unit, since ICU itself rounds to the decimals that are usual in daily life: 1.250 Iraqi
/// dinars would become 1.
fn find_around(currency: Currency, sign: Sign, locale: Locale) -> Option<(String, String)> {
    let code = Value::try_from_str(&currency.as_str().to_ascii_lowercase()).ok()?;
    let currency = CurrencyType::try_from(code).ok()?;
    let formatter = CurrencyFormatter::try_new_symbol(
        locale.writes().into(),
        currency,
        CurrencyFormatterOptions::default(),
    )
    .ok()?;
    let sign = match sign {
        Sign::Minus => "-",
        Sign::Plus => "",
    };
    let one = formatter
        .format_fixed_decimal(&format!("{sign}1").parse().ok()?)
        .to_string();
    let (before, after) = (0..=4).rev().find_map(|places: i16| {
        let number = written(
            10_u64.checked_pow(u32::try_from(places).ok()?)?,
            places,
            locale,
        );
        one.split_once(number.as_str())
    })?;
    Some((before.to_owned(), after.to_owned()))
}

/// Where ICU knows nothing of the currency.
fn plain(money: Money) -> (String, String) {
    let sign = if money.amount < 0 { "-" } else { "" };
    (sign.to_owned(), format!("\u{a0}{}", money.currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(minor_units: i64, currency: &str, locale: &str) -> String {
        let money = Money {
            amount: minor_units,
            currency: currency.parse().unwrap(),
        };
        amount(money, Locale::speaking(locale).unwrap())
    }

    #[test]
    fn every_currency_has_its_own_decimals_in_every_language() {
        for (minor_units, currency, english, spanish) in [
            (485_000, "EUR", "€4,850.00", "4.850,00\u{a0}€"),
            (98_000, "JPY", "¥98,000", "98.000\u{a0}JP¥"),
            (1_250, "KWD", "KWD\u{a0}1.250", "1,250\u{a0}KWD"),
            (129_900, "USD", "$1,299.00", "1.299,00\u{a0}US$"),
            (5, "GBP", "£0.05", "0,05\u{a0}£"),
            (
                123_456_789,
                "CHF",
                "CHF\u{a0}1,234,567.89",
                "1.234.567,89\u{a0}CHF",
            ),
            (1_250, "IQD", "IQD\u{a0}1.250", "1,250\u{a0}IQD"),
            (100, "ISK", "ISK\u{a0}100", "100\u{a0}ISK"),
            (0, "EUR", "€0.00", "0,00\u{a0}€"),
        ] {
            assert_eq!(text(minor_units, currency, "en"), english, "{currency}");
            assert_eq!(text(minor_units, currency, "es"), spanish, "{currency}");
        }
    }

    #[test]
    fn a_discount_keeps_its_sign() {
        assert_eq!(text(-1_050, "EUR", "en"), "-€10.50");
        assert_eq!(text(-1_050, "EUR", "es"), "-10,50\u{a0}€");
    }

    #[test]
    fn the_largest_amounts_are_written_digit_by_digit() {
        assert_eq!(text(i64::MAX, "EUR", "en"), "€92,233,720,368,547,758.07");
        assert_eq!(text(i64::MIN, "JPY", "en"), "-¥9,223,372,036,854,775,808");
    }

    #[test]
    fn every_currency_of_the_standard_is_written_with_all_its_decimals() {
        for letters in
            "EUR USD GBP JPY KWD BHD OMR TND CLF UYW LBP IRR HUF COP KRW VND CHF".split(' ')
        {
            let currency = letters.parse().unwrap();
            let places = decimals(currency).unwrap();
            let digits = text(123_456, letters, "en")
                .chars()
                .filter(char::is_ascii_digit)
                .count();
            assert_eq!(digits, 6, "{letters} has {places} decimals");
        }
    }
}
