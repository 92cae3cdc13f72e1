//! Amounts, as this shop writes them: `4,850.00 EUR`.

use kassa_wire::Money;

/// An amount with its currency.
pub(crate) fn amount(money: Money) -> String {
    let known = iso_currency::Currency::from_code(money.currency.as_str());
    let places = usize::from(
        known
            .and_then(iso_currency::Currency::exponent)
            .unwrap_or(0),
    );
    let digits = format!(
        "{:0>width$}",
        money.amount.unsigned_abs(),
        width = places + 1
    );
    let (whole, decimals) = digits.split_at(digits.len() - places);
    let sign = if money.amount < 0 { "−" } else { "" };
    let point = if places == 0 { "" } else { "." };
    format!(
        "{sign}{}{point}{decimals} {}",
        grouped(whole),
        money.currency
    )
}

fn grouped(whole: &str) -> String {
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_currency_has_its_decimals() {
        for (minor_units, currency, text) in [
            (485_000, "EUR", "4,850.00 EUR"),
            (98_000, "JPY", "98,000 JPY"),
            (9_125, "KWD", "9.125 KWD"),
            (5, "GBP", "0.05 GBP"),
            (-12_500, "EUR", "−125.00 EUR"),
        ] {
            let money = Money {
                amount: minor_units,
                currency: currency.parse().unwrap(),
            };
            assert_eq!(amount(money), text);
        }
    }
}
