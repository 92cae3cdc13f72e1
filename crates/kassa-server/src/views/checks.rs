//! What the server finds out about what was typed: patterns and telephone numbers.

use std::sync::LazyLock;

use jiff::civil::Date;
use kassa::checkout::form::Checks;
use kassa_wire::CountryCode;
use kassa_wire::problem::FieldCode;
use quick_cache::sync::Cache;
use regex::{Regex, RegexBuilder};

use crate::words::{international, is_possible_number};

/// More than every country has, and some merchants' own.
const KEPT_PATTERNS: usize = 1000;

/// How large a pattern may become, in bytes: merchants write some of them.
const PATTERN_MAX: usize = 512 * 1024;

static PATTERNS: LazyLock<Cache<String, Option<Regex>>> =
    LazyLock::new(|| Cache::new(KEPT_PATTERNS));

/// A pattern that takes a whole text, or nothing where it cannot be read. It takes time that grows
/// with the text alone, whoever wrote it.
///
/// Where that can be, `\d` is ten digits and `\w` letters of ASCII, as in JavaScript.
#[must_use]
pub fn compiled(pattern: &str) -> Option<Regex> {
    let whole = format!(r"\A(?:{pattern})\z");
    let build = |source: &str, unicode: Letters| {
        let mut builder = RegexBuilder::new(source);
        builder.unicode(unicode == Letters::All);
        builder.size_limit(PATTERN_MAX).build().ok()
    };
    build(pattern, Letters::All)?;
    build(&whole, Letters::Ascii).or_else(|| build(&whole, Letters::All))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    Ascii,
    All,
}

/// What the server finds out for a payer of this country.
#[derive(Clone, Copy, Debug)]
pub struct ServerChecks {
    /// Whose numbers begin without a plus.
    pub country: CountryCode,
    /// What becomes of telephone numbers.
    pub numbers: Numbers,
}

/// What becomes of telephone numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// They are written in the international form, to be kept.
    International,
    /// They stay as they were typed: a screen only says what is wrong with them.
    AsTyped,
}

impl Checks for ServerChecks {
    fn matches(&self, pattern: &str, text: &str) -> bool {
        let known = PATTERNS.get(pattern).unwrap_or_else(|| {
            let read = compiled(pattern);
            PATTERNS.insert(pattern.to_owned(), read.clone());
            read
        });
        known.is_none_or(|pattern| pattern.is_match(text))
    }

    fn is_day(&self, text: &str) -> bool {
        let day: Option<Date> = text.parse().ok();
        day.is_some_and(|day| day.year() > 0 && day.to_string() == text)
    }

    fn phone(&self, number: String) -> Result<String, FieldCode> {
        let read = match self.numbers {
            Numbers::International => international(&number, self.country),
            Numbers::AsTyped => is_possible_number(&number, self.country).then_some(number),
        };
        read.ok_or(FieldCode::InvalidPhone)
    }
}

#[cfg(test)]
mod tests {
    use kassa::checkout::form;
    use kassa_wire::payer::field::POSTAL_CODE;
    use kassa_wire::view::{FieldKind, FieldMode, FieldView};

    use super::*;
    use crate::words::{Locale, Words, address_format};

    fn checks() -> ServerChecks {
        ServerChecks {
            country: "ES".parse().unwrap(),
            numbers: Numbers::International,
        }
    }

    fn postal_code(country: &str, typed: &str) -> Option<String> {
        let format = address_format(country.parse().unwrap());
        let field = FieldView {
            name: POSTAL_CODE.to_owned(),
            label: String::new(),
            kind: FieldKind::Text,
            required: true,
            max_length: 16,
            options: [].into(),
            pattern: format.pattern().map(str::to_owned),
            example: None,
            mode: FieldMode::Editable,
        };
        let typed = [(POSTAL_CODE.to_owned(), typed.to_owned())].into();
        let read = form::parse(&[field], &typed, &checks()).ok()?;
        read.into_values().remove(POSTAL_CODE)
    }

    #[test]
    fn every_countrys_example_is_one_of_its_codes() {
        let words = Words::load().unwrap();
        for country in words.countries(Locale::ENGLISH).iter() {
            let format = address_format(country.value.parse().unwrap());
            assert_eq!(format.pattern().is_some(), format.example().is_some());
            if let (Some(pattern), Some(example)) = (format.pattern(), format.example()) {
                assert!(compiled(pattern).is_some(), "{}: {pattern}", country.label);
                assert!(checks().matches(pattern, example), "{}", country.label);
                assert_eq!(
                    postal_code(&country.value, example).as_deref(),
                    Some(example)
                );
            }
        }
    }

    #[test]
    fn a_postal_code_is_taken_in_any_common_writing() {
        for (country, typed, read) in [
            ("GB", "ec1y8sy", "EC1Y8SY"),
            ("GB", " ec1y  8sy ", "EC1Y8SY"),
            ("GB", "EC1Y-8SY", "EC1Y8SY"),
            ("JP", "154 0023", "1540023"),
            ("JP", "１５４－００２３", "154-0023"),
            ("PT", "1000205", "1000-205"),
            ("PT", "1000 205", "1000-205"),
            ("US", "221621010", "22162 1010"),
            ("NL", "1012ab", "1012AB"),
            ("ES", "28 039", "28039"),
        ] {
            assert_eq!(
                postal_code(country, typed).as_deref(),
                Some(read),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_no_postal_code_of_the_country_is_not() {
        for (country, typed) in [
            ("US", "1234"),
            ("ES", "2803"),
            ("ES", "28039 1"),
            ("JP", "EC1Y 8SY"),
            ("GB", "28039"),
            ("ES", "٢٨٠٣٩"),
        ] {
            assert_eq!(postal_code(country, typed), None, "{country} {typed}");
        }
    }

    #[test]
    fn a_day_is_one_of_the_calendar_in_its_one_writing() {
        for day in ["2026-11-20", "2024-02-29", "2000-02-29", "1955-12-31"] {
            assert!(checks().is_day(day), "{day}");
        }
        for none in [
            "",
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-1-1",
            "20260101",
            "20.11.2026",
            "-000001-01-01",
            "2026-11-20T10:00",
            "2026-W01-1",
            "+002026-11-20",
        ] {
            assert!(!checks().is_day(none), "{none}");
        }
    }

    #[test]
    fn a_pattern_that_cannot_be_read_is_none() {
        for wrong in [
            "(",
            "a)(b",
            "(?=x)",
            r"(a)\1",
            "[z-a]",
            r"\w{1000}{1000}",
            "*",
            "(?x) a #",
        ] {
            assert!(compiled(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_pattern_takes_the_whole_text_in_any_script() {
        let takes = |pattern: &str, text: &str| compiled(pattern).unwrap().is_match(text);
        assert!(takes("a|bc", "bc") && !takes("a|bc", "abc"));
        assert!(takes("学.{2}", "学号1") && takes(r"V-\d{3}", "V-123"));
        assert!(!takes(r"\d", "1\n") && !takes(r"\d", "٣"));
    }

    #[test]
    fn a_pattern_made_to_take_for_ever_does_not() {
        let evil = compiled("(a+)+b").unwrap();
        assert!(!evil.is_match(&"a".repeat(100_000)));
    }
}
