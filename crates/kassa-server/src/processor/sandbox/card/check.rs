//! From what the browser sent to a card that can be charged.

use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};
use kassa_wire::problem::{FieldCode, FieldProblem};
use kassa_wire::request::CardDetails;

use super::number::{behaviour_of, read_number};
use super::{Behaviour, Brand};

/// What is kept of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedCard {
    /// Whose card it is.
    pub brand: Brand,
    /// The number's last four digits.
    pub last4: String,
    /// What happens when it is charged.
    pub behaviour: Behaviour,
}

/// How long a holder's name may be: ISO/IEC 7813 has 26 characters, and people write more.
const HOLDER_MAX: usize = 100;

/// No card is printed for longer than this.
const YEARS_AHEAD: i16 = 25;

/// Reads a card, or says for each field what is wrong with it. Field names are those of
/// [`CardDetails`]; an expiry that is over is said of `expiry_month`.
///
/// # Errors
/// Every field that is wrong, in the order of the form.
pub fn check_card(card: &CardDetails, now: Timestamp) -> Result<AcceptedCard, Vec<FieldProblem>> {
    let digits = read_number(&card.number);
    let brand = Brand::of(digits.as_deref().unwrap_or_default());
    let mut problems = Vec::new();
    let mut blame = |field: &str, code: Option<FieldCode>| {
        problems.extend(code.map(|code| FieldProblem {
            field: field.to_owned(),
            code,
        }));
    };
    blame("number", number_problem(&card.number, digits.as_deref()));
    blame("expiry_month", expiry_problem(card, now));
    blame(
        "security_code",
        code_problem(&card.security_code, digits.as_ref().map(|_| brand)),
    );
    blame("holder", holder_problem(&card.holder));
    match digits {
        Some(digits) if problems.is_empty() => Ok(accepted(&digits, brand)),
        _ => Err(problems),
    }
}

fn accepted(digits: &str, brand: Brand) -> AcceptedCard {
    let last4 = digits
        .get(digits.len().saturating_sub(4)..)
        .unwrap_or_default()
        .to_owned();
    AcceptedCard {
        brand,
        last4,
        behaviour: behaviour_of(digits),
    }
}

fn number_problem(text: &str, digits: Option<&str>) -> Option<FieldCode> {
    match digits {
        Some(_) => None,
        None if text.trim().is_empty() => Some(FieldCode::Required),
        None => Some(FieldCode::InvalidCardNumber),
    }
}

/// A card is good until its month is over everywhere on Earth.
fn expiry_problem(card: &CardDetails, now: Timestamp) -> Option<FieldCode> {
    let westernmost = now
        .checked_sub(SignedDuration::from_hours(12))
        .unwrap_or(now);
    let today = TimeZone::UTC.to_datetime(westernmost).date();
    let month = i8::try_from(card.expiry_month).ok();
    let year = i16::try_from(card.expiry_year).ok();
    let first_day = month
        .zip(year)
        .and_then(|(m, y)| civil::Date::new(y, m, 1).ok());
    let good = first_day.is_some_and(|day| {
        day >= today.first_of_month() && day.year() <= today.year().saturating_add(YEARS_AHEAD)
    });
    (!good).then_some(FieldCode::InvalidExpiry)
}

/// Where the number is wrong its brand is not known, and either length may be right.
fn code_problem(code: &str, brand: Option<Brand>) -> Option<FieldCode> {
    if code.is_empty() {
        return Some(FieldCode::Required);
    }
    let length = code.len();
    let fits = match brand {
        Some(brand) => length == brand.code_length(),
        None => length == 3 || length == 4,
    };
    let digits = code.bytes().all(|b| b.is_ascii_digit());
    (!(fits && digits)).then_some(FieldCode::InvalidSecurityCode)
}

fn holder_problem(holder: &str) -> Option<FieldCode> {
    if holder.trim().is_empty() {
        Some(FieldCode::Required)
    } else if holder.chars().count() > HOLDER_MAX {
        Some(FieldCode::TooLong)
    } else if holder.chars().any(char::is_control) {
        Some(FieldCode::InvalidCharacters)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-11-20T12:00:00Z".parse().unwrap()
    }

    fn card() -> CardDetails {
        CardDetails {
            number: "4242 4242 4242 4242".into(),
            expiry_month: 11,
            expiry_year: 2026,
            security_code: "123".into(),
            holder: "Amina Haddad".into(),
        }
    }

    fn codes(card: &CardDetails) -> Vec<(String, FieldCode)> {
        let problems = check_card(card, now()).unwrap_err();
        problems
            .into_iter()
            .map(|problem| (problem.field, problem.code))
            .collect()
    }

    #[test]
    fn a_card_is_good_in_the_month_that_it_ends_in() {
        let accepted = check_card(&card(), now()).unwrap();
        assert_eq!(accepted.last4, "4242");
        assert_eq!(accepted.brand, Brand::Visa);
    }

    #[test]
    fn a_card_is_good_until_its_month_is_over_everywhere() {
        let still_november = "2026-12-01T11:59:00Z".parse().unwrap();
        let december = "2026-12-01T12:00:00Z".parse().unwrap();
        assert!(check_card(&card(), still_november).is_ok());
        assert!(check_card(&card(), december).is_err());
    }

    #[test]
    fn an_expiry_that_is_no_date_is_refused() {
        for (month, year) in [
            (10, 2026),
            (0, 2027),
            (13, 2027),
            (1, 26),
            (1, 2099),
            (255, 65535),
        ] {
            let wrong = CardDetails {
                expiry_month: month,
                expiry_year: year,
                ..card()
            };
            let expected = [("expiry_month".to_owned(), FieldCode::InvalidExpiry)];
            assert_eq!(codes(&wrong), expected, "{month}/{year}");
        }
    }

    #[test]
    fn a_security_code_is_as_long_as_its_brand_says() {
        let amex = CardDetails {
            number: "378282246310005".into(),
            ..card()
        };
        let wrong = [("security_code".to_owned(), FieldCode::InvalidSecurityCode)];
        assert_eq!(codes(&amex), wrong);
        assert!(
            check_card(
                &CardDetails {
                    security_code: "1234".into(),
                    ..amex
                },
                now()
            )
            .is_ok()
        );
        assert_eq!(
            codes(&CardDetails {
                security_code: "12a".into(),
                ..card()
            }),
            wrong
        );
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let wrong = CardDetails {
            number: String::new(),
            expiry_month: 1,
            expiry_year: 2020,
            security_code: String::new(),
            holder: " ".into(),
        };
        let fields: Vec<_> = codes(&wrong).into_iter().map(|(field, _)| field).collect();
        assert_eq!(
            fields,
            ["number", "expiry_month", "security_code", "holder"]
        );
    }
}
