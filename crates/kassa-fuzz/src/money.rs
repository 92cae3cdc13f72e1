//! Money: what is read is exact, and is written so that it is read again.

use std::str::FromStr;

use kassa_server::words::{Locale, amount};
use kassa_wire::{CountryCode, Currency, Money};
use serde_json::Value;

use crate::round::round_trip;

/// An amount that is read is an integer, is written with all its digits in every language, and has
/// no sum that is not exact.
///
/// # Panics
/// Where that is not so.
pub fn check_money(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        check_code::<Currency>(text);
        check_code::<CountryCode>(text);
    }
    if let Some(money) = round_trip::<Money>(data) {
        check_integer(data, money);
        check_digits(money);
        check_sums(money);
    }
}

/// A code is read as it stands, or not at all.
fn check_code<T: FromStr + ToString>(text: &str) {
    if let Ok(code) = text.parse::<T>() {
        assert_eq!(code.to_string(), text);
        assert!(text.bytes().all(|byte| byte.is_ascii_uppercase()), "{text}");
    }
}

/// What JSON calls a fraction or writes with an exponent is no amount, even where it is whole.
fn check_integer(data: &[u8], money: Money) {
    // A number that is too large for any type is no obstacle in a field that nobody reads.
    if let Ok(read) = serde_json::from_slice::<Value>(data) {
        // Derived readers also take a struct as a list of its fields.
        let amount = read.get("amount").or_else(|| read.get(0));
        assert_eq!(amount, Some(&Value::from(money.amount)));
    }
}

/// The digits that a payer reads are those of the amount.
fn check_digits(money: Money) {
    for locale in Locale::all() {
        let text = amount(money, locale);
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let read = digits.parse();
        assert_eq!(read, Ok(money.amount.unsigned_abs()), "{money:?}: {text}");
        let is_negative = text.contains(['-', '\u{2212}']);
        assert_eq!(is_negative, money.amount < 0, "{money:?}: {text}");
    }
}

fn check_sums(money: Money) {
    let of = |amount| Money { amount, ..money };
    for other in [0, 1, -1, money.amount, i64::MAX, i64::MIN] {
        let sum = money.checked_add(of(other)).ok().map(|sum| sum.amount);
        assert_eq!(sum, money.amount.checked_add(other));
        assert_eq!(money.checked_add(of(other)), of(other).checked_add(money));
    }
}
