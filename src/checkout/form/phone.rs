//! Telephone numbers in any common writing.

use kassa_wire::problem::FieldCode;

/// How many digits numbers have; 15 is the most that E.164 allows.
const DIGITS: std::ops::RangeInclusive<usize> = 6..=15;

/// The number as it was written, without invisible marks, or [`FieldCode::InvalidPhone`].
pub(super) fn parse(text: &str) -> Result<String, FieldCode> {
    let number = super::text::plain(text).trim().to_owned();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let after_plus = number.strip_prefix('(').unwrap_or(&number);
    let after_plus = after_plus.strip_prefix('+').unwrap_or(after_plus);
    let known = |c| matches!(c, '0'..='9' | ' ' | '(' | ')' | '-' | '.' | '/');
    if after_plus.chars().all(known) && DIGITS.contains(&digits) {
        Ok(number)
    } else {
        Err(FieldCode::InvalidPhone)
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn any_common_writing_is_taken() {
        for good in [
            "+34 612 345 678",
            "(030) 901820",
            "+1-202-555-0143",
            "0803.123.4567",
            "090/1234-5678",
            "(+44) 20 7946 0958",
            "０９０ー１２３４５６７８".replace('ー', "-").as_str(),
        ] {
            assert!(parse(good).is_ok(), "{good:?}");
        }
    }

    #[test]
    fn what_cannot_be_dialled_is_not() {
        for wrong in [
            "",
            "12345",
            "1234567890123456",
            "call me",
            "+34 612 345 678 ext 3",
            "12+3456789",
            "++34612345678",
            "6123\u{0}45678",
            "612345678;",
        ] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_number_pasted_from_an_address_book_loses_its_invisible_marks() {
        assert_eq!(
            parse("\u{202a}+34\u{a0}612\u{a0}345\u{a0}678\u{202c}").as_deref(),
            Ok("+34 612 345 678")
        );
    }
}
