//! Telephone numbers, as the world dials them.

use kassa_wire::CountryCode;
use phonenumber::metadata::{DATABASE, Descriptor};
use phonenumber::{Metadata, Mode, PhoneNumber, country};

/// A number in its international form, `+34 612 34 56 78`; nothing where no such number is
/// possible. One that begins without a plus is of this country.
#[must_use]
pub fn international(number: &str, country: CountryCode) -> Option<String> {
    let read = possible(number, country)?;
    Some(read.format().mode(Mode::International).to_string())
}

/// Whether such a number is possible. That costs a hundredth of writing it in its international
/// form.
#[must_use]
pub fn is_possible_number(number: &str, country: CountryCode) -> bool {
    possible(number, country).is_some()
}

/// That a number is given to nobody is no reason to refuse it: countries open new ranges before
/// any list knows of them. It has to be as long as some number of its country is.
fn possible(number: &str, country: CountryCode) -> Option<PhoneNumber> {
    // A plus names the country by itself; another one's rules would take zeros away from it.
    let region: Option<country::Id> = if number.contains('+') {
        None
    } else {
        country.as_str().parse().ok()
    };
    let read = phonenumber::parse(region, number).ok()?;
    is_as_long_as_some(&read).then_some(read)
}

fn is_as_long_as_some(number: &PhoneNumber) -> bool {
    let length = u16::try_from(number.national().to_string().len());
    let known = DATABASE.by_code(&number.country().code());
    let Some((length, known)) = length.ok().zip(known) else {
        return false;
    };
    known.into_iter().any(|country| has_length(country, length))
}

/// Numbers that are dialled from everywhere. Those for emergencies are not, nor the short ones of
/// single companies.
fn has_length(country: &Metadata, length: u16) -> bool {
    let kinds = country.descriptors();
    let kinds = [
        kinds.fixed_line(),
        kinds.mobile(),
        kinds.toll_free(),
        kinds.premium_rate(),
        kinds.shared_cost(),
        kinds.personal_number(),
        kinds.voip(),
        kinds.pager(),
        kinds.voicemail(),
    ];
    let mut lengths = kinds
        .into_iter()
        .flatten()
        .flat_map(Descriptor::possible_length);
    lengths.any(|possible| *possible == length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(country: &str, number: &str) -> Option<String> {
        international(number, country.parse().unwrap())
    }

    #[test]
    fn any_common_writing_becomes_the_one_that_the_world_dials() {
        for (country, typed, kept) in [
            ("ES", "612 345 678", "+34 612 34 56 78"),
            ("ES", "+34612345678", "+34 612 34 56 78"),
            ("ES", "(+44) 20 7946 0958", "+44 20 7946 0958"),
            ("ES", "00 44 20 7946 0958", "+44 20 7946 0958"),
            ("GB", "020 7946 0958", "+44 20 7946 0958"),
            ("US", "(202) 555-0143", "+1 202-555-0143"),
            ("JP", "090-1234-5678", "+81 90-1234-5678"),
            ("NG", "0803.123.4567", "+234 803 123 4567"),
            ("IT", "06/12345678", "+39 06 1234 5678"),
            ("FR", "+33 (0)6 12 34 56 78", "+33 6 12 34 56 78"),
            ("JP", "+39 06 1234 5678", "+39 06 1234 5678"),
        ] {
            assert_eq!(read(country, typed).as_deref(), Some(kept), "{typed}");
        }
    }

    #[test]
    fn what_no_country_has_is_no_number() {
        for (country, typed) in [
            ("ES", "123456"),
            ("ES", "+999 123456789"),
            ("ES", "+34 612 345 6789"),
            ("US", "555-0143"),
            ("ZZ", "612345678"),
            ("ES", ""),
            ("ES", "+"),
        ] {
            assert_eq!(read(country, typed), None, "{typed}");
        }
    }

    #[test]
    fn a_number_that_nobody_has_yet_is_taken() {
        assert_eq!(
            read("ES", "999 999 999").as_deref(),
            Some("+34 999 99 99 99")
        );
        assert_eq!(
            read("ES", "+1 200 000 0000").as_deref(),
            Some("+1 200-000-0000")
        );
    }

    #[test]
    fn a_number_in_its_kept_form_stays_as_it_is() {
        for kept in ["+34 612 34 56 78", "+1 202-555-0143", "+39 06 1234 5678"] {
            assert_eq!(read("JP", kept).as_deref(), Some(kept));
        }
    }
}
