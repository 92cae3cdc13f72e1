//! IBANs with their check digits, ISO 13616.

/// An IBAN, grouped by four for reading: `ES91 2100 0418 4502 0005 1332`. The country is two
/// capital letters, the account capital letters and digits.
pub(super) fn iban(country: &str, account: &str) -> String {
    let remainder = remainder_97(&format!("{account}{country}00"));
    let check = 98_u32.saturating_sub(remainder);
    grouped(&format!("{country}{check:02}{account}"))
}

/// Letters count as two digits, A is 10 (ISO 7064, MOD 97-10).
fn remainder_97(text: &str) -> u32 {
    text.chars()
        .filter_map(|c| c.to_digit(36))
        .fold(0, |remainder, value| {
            let shift = if value > 9 { 100 } else { 10 };
            let next = remainder.wrapping_mul(shift).wrapping_add(value);
            next.checked_rem(97).unwrap_or(0)
        })
}

fn grouped(text: &str) -> String {
    let groups: Vec<String> = text
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registers_own_examples_come_out() {
        assert_eq!(
            iban("ES", "21000418450200051332"),
            "ES91 2100 0418 4502 0005 1332"
        );
        assert_eq!(
            iban("GB", "NWBK60161331926819"),
            "GB29 NWBK 6016 1331 9268 19"
        );
        assert_eq!(
            iban("CH", "00762011623852957"),
            "CH93 0076 2011 6238 5295 7"
        );
        assert_eq!(
            iban("KW", "CBKU0000000000001234560101"),
            "KW81 CBKU 0000 0000 0000 1234 5601 01"
        );
    }
}
