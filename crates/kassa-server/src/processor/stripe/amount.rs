//! Amounts as Stripe counts them.
//!
//! Kassa counts in the minor units of ISO 4217. Stripe does so too but for the currencies below:
//! <https://docs.stripe.com/currencies#zero-decimal>.

use kassa_wire::Money;

use crate::words::decimals;

/// Without decimals at Stripe, whatever ISO 4217 says.
const NO_DECIMALS: [&str; 15] = [
    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
    "XOF", "XPF",
];

/// With three, of which the last has to be a zero.
const THREE_DECIMALS: [&str; 5] = ["BHD", "JOD", "KWD", "OMR", "TND"];

/// Without decimals in ISO 4217 and in truth, but Stripe keeps two, which have to be zeros.
const TWO_FOR_NONE: [&str; 2] = ["ISK", "UGX"];

/// The amount for Stripe, to the last unit; nothing where Stripe cannot take exactly this much.
pub(super) fn stripe_amount(money: Money) -> Option<i64> {
    let code = money.currency.as_str();
    let places = decimals(money.currency)?;
    if money.amount <= 0 {
        None
    } else if NO_DECIMALS.contains(&code) {
        let one = 10_i64.checked_pow(u32::try_from(places).ok()?)?;
        let exact = money.amount.checked_rem(one)? == 0;
        exact.then(|| money.amount.checked_div(one)).flatten()
    } else if THREE_DECIMALS.contains(&code) {
        (places == 3 && money.amount.checked_rem(10)? == 0).then_some(money.amount)
    } else if TWO_FOR_NONE.contains(&code) {
        (places == 0)
            .then(|| money.amount.checked_mul(100))
            .flatten()
    } else {
        (places == 2).then_some(money.amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripe(amount: i64, currency: &str) -> Option<i64> {
        let currency = currency.parse().unwrap();
        stripe_amount(Money { amount, currency })
    }

    #[test]
    fn euros_are_cents_and_yen_are_yen() {
        assert_eq!(stripe(4_850, "EUR"), Some(4_850));
        assert_eq!(stripe(98_000, "JPY"), Some(98_000));
    }

    #[test]
    fn what_stripe_counts_otherwise_than_iso_4217_is_the_same_money() {
        assert_eq!(stripe(500, "ISK"), Some(50_000));
        assert_eq!(stripe(500, "UGX"), Some(50_000));
        assert_eq!(stripe(12_300, "MGA"), Some(123));
        assert_eq!(stripe(1_230, "KWD"), Some(1_230));
    }

    #[test]
    fn an_amount_that_stripe_would_round_is_not_charged() {
        assert_eq!(stripe(12_301, "MGA"), None);
        assert_eq!(stripe(1_234, "KWD"), None);
    }

    #[test]
    fn nothing_and_less_than_nothing_is_not_charged() {
        assert_eq!(stripe(0, "EUR"), None);
        assert_eq!(stripe(-1, "EUR"), None);
        assert_eq!(stripe(i64::MAX, "ISK"), None);
    }
}
