//! The world's countries by name, in the order in which a language sorts them.

use icu::collator::CollatorBorrowed;
use icu::collator::options::CollatorOptions;
use icu::locale::subtags::Region;
use icu_experimental::displaynames::DisplayNamesOptions;
use icu_experimental::displaynames::multi::RegionDisplayNames;
use kassa_wire::view::OptionView;

use super::Locale;

/// Every country of ISO 3166-1. Where a language has no name for one its code stands there.
pub(super) fn countries(locale: Locale) -> Vec<OptionView> {
    let names = RegionDisplayNames::try_new(locale.writes().into(), DisplayNamesOptions::default());
    let names = names.ok();
    let mut options: Vec<OptionView> = country_codes()
        .map(|value| {
            let region: Option<Region> = value.parse().ok();
            let name = region.and_then(|region| names.as_ref()?.of(region).map(str::to_owned));
            OptionView {
                label: name.unwrap_or_else(|| value.clone()),
                value,
            }
        })
        .collect();
    let collator = CollatorBorrowed::try_new(locale.writes().into(), CollatorOptions::default());
    if let Ok(collator) = collator {
        options.sort_by(|a, b| collator.compare(&a.label, &b.label));
    }
    options
}

/// Every pair of letters that ISO 3166-1 gave to a country.
fn country_codes() -> impl Iterator<Item = String> {
    let pairs =
        ('A'..='Z').flat_map(|first| ('A'..='Z').map(move |second| format!("{first}{second}")));
    pairs.filter(|pair| pair.parse::<iso_currency::Country>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_of_the_standard_can_be_chosen() {
        let english = countries(Locale::ENGLISH);
        assert_eq!(english.len(), 249);
        assert!(english.iter().all(|country| country.label != country.value));
    }

    #[test]
    fn countries_stand_where_a_reader_of_the_language_looks_for_them() {
        let english = countries(Locale::ENGLISH);
        let spanish = countries(Locale::speaking("es").unwrap());
        let place = |list: &[OptionView], label: &str| {
            list.iter()
                .position(|country| country.label == label)
                .unwrap_or_else(|| panic!("{label}"))
        };
        assert!(place(&english, "Åland Islands") < place(&english, "Albania"));
        assert!(place(&spanish, "México") < place(&spanish, "Micronesia"));
        assert_eq!(
            place(&spanish, "España") + 1,
            place(&spanish, "Estados Unidos")
        );
    }
}
