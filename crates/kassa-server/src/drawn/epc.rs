//! What a bank's app reads from a transfer's picture: the European Payments Council's guideline
//! EPC069-12, version 002.

use kassa_wire::Money;
use kassa_wire::view::TransferView;

/// How long a name may be, in characters (EPC069-12).
const NAME: usize = 70;
/// How long the text for the recipient may be, in characters (EPC069-12).
const REMITTANCE: usize = 140;
/// The most that a transfer can be, in cents: 999,999,999.99 euro (EPC069-12).
const MOST: i64 = 99_999_999_999;

/// The text of the picture; nothing where the transfer is not one in euro to an IBAN.
pub(super) fn payload(amount: Money, transfer: &TransferView) -> Option<String> {
    let account = iban(&transfer.account_number)?;
    let wanted = (1..=MOST).contains(&amount.amount) && amount.currency.as_str() == "EUR";
    let fits = transfer.account_holder.chars().count() <= NAME
        && transfer.reference.chars().count() <= REMITTANCE;
    let (euro, cents) = (
        amount.amount.checked_div(100)?,
        amount.amount.checked_rem(100)?,
    );
    let lines = [
        "BCD",
        "002",
        "1",
        "SCT",
        &transfer.bank_code,
        &transfer.account_holder,
        &account,
        &format!("EUR{euro}.{cents:02}"),
        "",
        "",
        &transfer.reference,
    ];
    let single = lines.iter().all(|line| !line.contains(['\n', '\r']));
    (wanted && fits && single).then(|| lines.join("\n"))
}

/// The account without the spaces that help reading, if it has the shape of an IBAN (ISO 13616).
fn iban(number: &str) -> Option<String> {
    let plain: String = number.split_whitespace().collect();
    let (country, rest) = plain.split_at_checked(4)?;
    let country = country.as_bytes();
    let begins = country.first()?.is_ascii_uppercase()
        && country.get(1)?.is_ascii_uppercase()
        && country.get(2)?.is_ascii_digit()
        && country.get(3)?.is_ascii_digit();
    let ends = (11..=30).contains(&rest.len()) && rest.bytes().all(|it| it.is_ascii_alphanumeric());
    (begins && ends).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transfer() -> TransferView {
        TransferView {
            account_holder: "Universidad de Vallarca".to_owned(),
            account_number: "ES91 2100 0418 4502 0005 1332".to_owned(),
            bank_code: "CAIXESBBXXX".to_owned(),
            bank_name: "Banco de Vallarca".to_owned(),
            reference: "FWU744586810".to_owned(),
            amount: "€4,850.00".to_owned(),
        }
    }

    fn money(amount: i64, currency: &str) -> Money {
        Money {
            amount,
            currency: currency.parse().unwrap(),
        }
    }

    #[test]
    fn a_transfer_in_euro_is_what_banks_read() {
        assert_eq!(
            payload(money(485_007, "EUR"), &transfer()).as_deref(),
            Some(
                "BCD\n002\n1\nSCT\nCAIXESBBXXX\nUniversidad de Vallarca\nES9121000418450200051332\nEUR4850.07\n\n\nFWU744586810"
            )
        );
    }

    #[test]
    fn there_is_no_picture_of_what_the_guideline_does_not_know() {
        assert_eq!(payload(money(485_000, "USD"), &transfer()), None);
        assert_eq!(payload(money(0, "EUR"), &transfer()), None);
        assert_eq!(payload(money(MOST + 1, "EUR"), &transfer()), None);
        for account_number in ["12345678", "ES9", "es91 2100 0418 4502 0005 1332", "É"] {
            let known = TransferView {
                account_number: account_number.to_owned(),
                ..transfer()
            };
            assert_eq!(payload(money(1, "EUR"), &known), None, "{account_number}");
        }
    }

    #[test]
    fn a_name_cannot_write_another_line() {
        let hostile = TransferView {
            account_holder: "X\nES0000000000000000000000".to_owned(),
            ..transfer()
        };
        assert_eq!(payload(money(1, "EUR"), &hostile), None);
    }
}
