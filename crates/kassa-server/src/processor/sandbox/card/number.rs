//! Card numbers: their check digit, and the test cards.

use kassa_wire::state::DeclineReason;

use super::Behaviour;

/// The digits of a number as people write it, or nothing where it is no card number: 12 to 19
/// digits, spaces and hyphens between them, the last one right by Luhn's rule (ISO/IEC 7812-1).
pub(super) fn read_number(text: &str) -> Option<String> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '\u{a0}'))
        .collect();
    let fits = (12..=19).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    (fits && passes_luhn(&digits)).then_some(digits)
}

fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits.bytes().rev().enumerate().map(luhn_weight).sum();
    sum.is_multiple_of(10)
}

/// Every second digit from the right counts double, with the digits of the double summed.
fn luhn_weight((place, byte): (usize, u8)) -> u32 {
    let digit = u32::from(byte.saturating_sub(b'0'));
    let doubled = digit.saturating_mul(2);
    if place.is_multiple_of(2) {
        digit
    } else if doubled > 9 {
        doubled.saturating_sub(9)
    } else {
        doubled
    }
}

/// How a card behaves. Any number that is not one of the test cards is refused, so that nobody
/// takes a real card for paid.
pub(super) fn behaviour_of(digits: &str) -> Behaviour {
    match digits {
        "4242424242424242" | "5555555555554444" | "378282246310005" => Behaviour::Approve,
        "4000000000000002" => Behaviour::Decline(DeclineReason::Declined),
        "4000000000009995" => Behaviour::Decline(DeclineReason::InsufficientFunds),
        "4000000000000069" => Behaviour::Decline(DeclineReason::ExpiredCard),
        "4000000000003220" => Behaviour::Challenge,
        "4000000000000259" => Behaviour::Slow,
        "4000000000000119" => Behaviour::LoseAnswer,
        _ => Behaviour::Decline(DeclineReason::Declined),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_card_is_a_card() {
        for number in [
            "4242424242424242",
            "5555555555554444",
            "378282246310005",
            "4000000000000002",
            "4000000000009995",
            "4000000000000069",
            "4000000000003220",
            "4000000000000259",
            "4000000000000119",
        ] {
            assert!(read_number(number).is_some(), "{number}");
        }
    }

    #[test]
    fn a_number_may_be_grouped_as_people_write_it() {
        assert_eq!(
            read_number("4242 4242-4242\u{a0}4242").as_deref(),
            Some("4242424242424242")
        );
    }

    #[test]
    fn a_slip_in_a_number_is_noticed() {
        for wrong in [
            "4242424242424241",
            "4242424242424224",
            "42424242424",
            "",
            "4242a4242424242",
            "42424242424242424242",
            "４２４２４２４２４２４２４２４２",
        ] {
            assert_eq!(read_number(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_card_that_is_not_a_test_card_is_refused() {
        assert_eq!(
            behaviour_of("4111111111111111"),
            Behaviour::Decline(DeclineReason::Declined)
        );
    }
}
