//! Numbers.

use kassa_wire::problem::FieldCode;

/// Digits with a sign before them and decimals behind them, where there are some. A decimal comma
/// becomes a point; what could be a thousand's mark is nobody's to guess.
pub(super) fn parse(text: &str) -> Result<String, FieldCode> {
    let number = super::text::plain(text).trim().replace(',', ".");
    let unsigned = number.strip_prefix('-').unwrap_or(&number);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(whole) && digits(decimals) {
        Ok(number)
    } else {
        Err(FieldCode::InvalidNumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_taken_as_people_write_it() {
        for (typed, read) in [
            ("0", "0"),
            (" 42 ", "42"),
            ("-3,5", "-3.5"),
            ("1.25", "1.25"),
            ("\u{ff14}\u{ff12}", "42"),
        ] {
            assert_eq!(parse(typed).as_deref(), Ok(read), "{typed}");
        }
    }

    #[test]
    fn what_is_none_or_could_be_two_is_not() {
        for wrong in [
            "", "-", "1.", ".5", "1e3", "1,000.50", "1 000", "--1", "٣x", "NaN",
        ] {
            assert_eq!(parse(wrong), Err(FieldCode::InvalidNumber), "{wrong}");
        }
    }
}
