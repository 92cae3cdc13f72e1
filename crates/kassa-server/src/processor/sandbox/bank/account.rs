//! The account that a payment is transferred to.

use kassa_wire::view::TransferView;
use kassa_wire::{Money, PaymentReference};

use super::iban::iban;
use crate::words;

const HOLDER: &str = "Kassa Sandbox Payments";

struct Bank {
    name: &'static str,
    bic: &'static str,
    account: String,
}

/// Where this payment is to be transferred to. The amount is written in English here: who shows it
/// knows the payer's language.
pub(in super::super) fn account_for(amount: Money, reference: &PaymentReference) -> TransferView {
    let digits = reference.as_str().get(3..).unwrap_or_default();
    let bank = bank_for(amount.currency.as_str(), digits);
    TransferView {
        account_holder: HOLDER.to_owned(),
        account_number: bank.account,
        bank_code: bank.bic.to_owned(),
        bank_name: bank.name.to_owned(),
        reference: reference.as_str().to_owned(),
        amount: words::amount(amount, words::Locale::ENGLISH),
    }
}

/// `digits` are the nine of a payment's reference.
fn bank_for(currency: &str, digits: &str) -> Bank {
    match currency {
        "EUR" => Bank {
            name: "Banco Arenal",
            bic: "ARNLESM0",
            account: spanish(digits),
        },
        "JPY" => Bank {
            name: "砂場銀行 (Sunaba Bank)",
            bic: "SNBAJPJ0",
            account: japanese(digits),
        },
        "USD" => Bank {
            name: "Sandbar Bank, New York",
            bic: "SDBRUS30",
            account: american(digits),
        },
        "CHF" => Bank {
            name: "Sandkasten Kantonalbank",
            bic: "SDKSCH20",
            account: iban("CH", &format!("09999000{digits}")),
        },
        "KWD" => Bank {
            name: "Kuwait Sandbox Bank",
            bic: "KSBXKWK0",
            account: iban("KW", &format!("KSBX0000000000000{digits}")),
        },
        _ => Bank {
            name: "Sandbank of London",
            bic: "SBNKGB20",
            account: iban("GB", &format!("SBNK0999{digits:0>10}")),
        },
    }
}

/// Bank 0999, branch 0001, two control digits of the bank's own, ten digits.
fn spanish(digits: &str) -> String {
    let account = format!("0{digits}");
    let first = spanish_control("0009990001");
    let second = spanish_control(&account);
    iban("ES", &format!("09990001{first}{second}{account}"))
}

/// Spain's own control digit: ten digits, each with its weight, modulo 11.
fn spanish_control(ten_digits: &str) -> u32 {
    const WEIGHTS: [u32; 10] = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    let weighted =
        |(digit, weight): (char, u32)| digit.to_digit(10).unwrap_or(0).wrapping_mul(weight);
    let sum: u32 = ten_digits.chars().zip(WEIGHTS).map(weighted).sum();
    match 11_u32.wrapping_sub(sum.checked_rem(11).unwrap_or(0)) {
        11 => 0,
        10 => 1,
        control => control,
    }
}

/// Branch and seven digits of an ordinary account.
fn japanese(digits: &str) -> String {
    let (branch, account) = digits.split_at_checked(2).unwrap_or(("00", digits));
    format!("0{branch}-{account}")
}

/// A routing number of the Federal Reserve's shape, with its check digit, and an account.
fn american(digits: &str) -> String {
    format!("026099998 {digits:0>12}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(currency: &str) -> String {
        let amount = Money {
            amount: 1,
            currency: currency.parse().unwrap(),
        };
        account_for(amount, &"FWU744586810".parse().unwrap()).account_number
    }

    #[test]
    fn spains_own_control_digits_are_right() {
        assert_eq!(spanish_control("0021000418"), 4);
        assert_eq!(spanish_control("0200051332"), 5);
    }

    #[test]
    fn each_payment_has_an_account_of_its_own() {
        assert_eq!(account("JPY"), "074-4586810");
        for (currency, length) in [("EUR", 24), ("GBP", 22), ("CHF", 21), ("KWD", 30)] {
            let text = account(currency).replace(' ', "");
            assert_eq!(text.len(), length, "{currency}: {text}");
            assert!(text.contains("744586810"), "{currency}: {text}");
        }
    }

    #[test]
    fn a_routing_number_has_a_right_check_digit() {
        let account = account("USD");
        let digits = account.chars().take(9).filter_map(|c| c.to_digit(10));
        let sum: u32 = digits
            .zip([3, 7, 1, 3, 7, 1, 3, 7, 1])
            .map(|(d, w)| d * w)
            .sum();
        assert_eq!(sum % 10, 0, "{account}");
    }
}
