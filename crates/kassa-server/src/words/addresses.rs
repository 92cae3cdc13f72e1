//! How each country writes addresses: which parts they have, in which order, under which names.
//!
//! The table is derived by `cargo xtask addresses` from the data of libaddressinput.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kassa::i18n::Key;
use kassa_wire::CountryCode;
use kassa_wire::view::OptionView;

use super::Locale;

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("addresses.txt")));

/// The line for the countries of which the data says nothing.
const ANY_COUNTRY: &str = "ZZ";

/// How the addresses of a country are written. Countries that the table does not know are written
/// like most.
#[must_use]
pub fn address_format(country: CountryCode) -> AddressFormat {
    let country = country.as_str();
    let known = TABLE.countries.get_key_value(country);
    let (country, own) = known.unwrap_or((&ANY_COUNTRY, &TABLE.any));
    AddressFormat { country, own }
}

/// A part of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressPart {
    /// Street and number.
    Street,
    /// A part of the town.
    District,
    /// The town.
    City,
    /// State, province, county.
    Region,
    /// The postal code.
    PostalCode,
}

impl AddressPart {
    /// By its letter in the table.
    const fn of(letter: char) -> Option<Self> {
        Some(match letter {
            'A' => Self::Street,
            'D' => Self::District,
            'C' => Self::City,
            'S' => Self::Region,
            'Z' => Self::PostalCode,
            _ => return None,
        })
    }
}

/// How the addresses of a country are written.
#[derive(Clone, Copy, Debug)]
pub struct AddressFormat {
    country: &'static str,
    own: &'static Country,
}

#[derive(Debug, Default)]
struct Table {
    any: Country,
    countries: BTreeMap<&'static str, Country>,
}

#[derive(Debug, Default)]
struct Country {
    facts: BTreeMap<&'static str, &'static str>,
    regions: Vec<Region>,
}

/// A region: its code, its name, its name in Latin letters, and whatever else it is called.
#[derive(Debug)]
struct Region {
    code: &'static str,
    name: &'static str,
    latin: &'static str,
    other: &'static str,
}

impl Table {
    fn read(text: &'static str) -> Self {
        let mut table = Self::default();
        let mut current = ANY_COUNTRY;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let code = cells.next().unwrap_or_default();
            if !code.is_empty() {
                current = code;
            }
            let country = match current {
                ANY_COUNTRY => &mut table.any,
                known => table.countries.entry(known).or_default(),
            };
            if code.is_empty() {
                country.regions.push(Region::read(cells));
            } else {
                country.facts = cells.filter_map(|cell| cell.split_once('=')).collect();
            }
        }
        table
    }
}

impl Region {
    fn read(mut cells: impl Iterator<Item = &'static str>) -> Self {
        let mut next = || cells.next().unwrap_or_default();
        let (code, name) = (next(), next());
        let latin = next();
        Self {
            code,
            name,
            latin: if latin.is_empty() { name } else { latin },
            other: next(),
        }
    }
}

impl AddressFormat {
    /// The parts in their order, and whether an address has to have each.
    pub fn parts(self) -> impl Iterator<Item = (AddressPart, Needed)> {
        let needed = self.fact("require").unwrap_or_default();
        let parts = self.fact("parts").unwrap_or_default().chars();
        parts.filter_map(move |letter| {
            let need = if needed.contains(letter) {
                Needed::Yes
            } else {
                Needed::No
            };
            Some((AddressPart::of(letter)?, need))
        })
    }

    /// What a part is called in this country.
    #[must_use]
    pub fn label(self, part: AddressPart) -> Key {
        match part {
            AddressPart::Street => Key::FieldAddress,
            AddressPart::District => district_label(self.fact("district")),
            AddressPart::City => city_label(self.fact("city")),
            AddressPart::Region => region_label(self.fact("region")),
            AddressPart::PostalCode => code_label(self.fact("code")),
        }
    }

    /// What a postal code looks like, as a regular expression of JavaScript's.
    #[must_use]
    pub fn pattern(self) -> Option<&'static str> {
        self.own.facts.get("pattern").copied()
    }

    /// A postal code that looks like it.
    #[must_use]
    pub fn example(self) -> Option<&'static str> {
        self.own.facts.get("example").copied()
    }

    /// The regions to choose from, in the order that the country has them in; none where a region
    /// is a text. They are read by their own names by who reads the country's language, and in
    /// Latin letters by everybody else.
    #[must_use]
    pub fn regions(self, locale: Locale) -> Vec<OptionView> {
        let language = self.fact("language").unwrap_or_default();
        let own = locale.reads(language);
        let option = |region: &Region| OptionView {
            value: self.code_of(region),
            label: if own { region.name } else { region.latin }.to_owned(),
        };
        self.own.regions.iter().map(option).collect()
    }

    /// The code of a region by any of its names, or by its code without the country.
    #[must_use]
    pub fn region_code(self, text: &str) -> Option<String> {
        let said = text.trim().to_lowercase();
        let is_it = |region: &&Region| {
            let names = [region.code, region.name, region.latin, region.other];
            let mut names = names.into_iter().filter(|name| !name.is_empty());
            names.any(|name| name.to_lowercase() == said)
                || self.code_of(region).to_lowercase() == said
        };
        let found = self.own.regions.iter().find(is_it)?;
        Some(self.code_of(found))
    }

    /// With the country, because other countries have the same codes: what was chosen in one never
    /// turns into a region of another.
    fn code_of(self, region: &Region) -> String {
        format!("{}-{}", self.country, region.code)
    }

    fn fact(self, name: &str) -> Option<&'static str> {
        let own = self.own.facts.get(name);
        own.or_else(|| TABLE.any.facts.get(name)).copied()
    }
}

/// Whether an address has to have a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// It has.
    Yes,
    /// It may have.
    No,
}

fn region_label(kind: Option<&str>) -> Key {
    match kind {
        Some("area") => Key::AreaArea,
        Some("county") => Key::AreaCounty,
        Some("department") => Key::AreaDepartment,
        Some("district") => Key::AreaDistrict,
        Some("do_si") => Key::AreaDoSi,
        Some("emirate") => Key::AreaEmirate,
        Some("island") => Key::AreaIsland,
        Some("oblast") => Key::AreaOblast,
        Some("parish") => Key::AreaParish,
        Some("prefecture") => Key::AreaPrefecture,
        Some("province") => Key::AreaProvince,
        Some("state") => Key::AreaState,
        _ => Key::FieldRegion,
    }
}

fn city_label(kind: Option<&str>) -> Key {
    match kind {
        Some("district") => Key::CityDistrict,
        Some("post_town") => Key::CityPostTown,
        Some("suburb") => Key::CitySuburb,
        _ => Key::FieldCity,
    }
}

fn district_label(kind: Option<&str>) -> Key {
    match kind {
        Some("neighborhood") => Key::PartNeighborhood,
        Some("suburb") => Key::PartSuburb,
        Some("townland") => Key::PartTownland,
        Some("village_township") => Key::PartVillage,
        _ => Key::PartDistrict,
    }
}

fn code_label(kind: Option<&str>) -> Key {
    match kind {
        Some("zip") => Key::CodeZip,
        Some("pin") => Key::CodePin,
        Some("eircode") => Key::CodeEircode,
        _ => Key::FieldPostalCode,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::countries::countries;
    use super::*;

    fn of(country: &str) -> AddressFormat {
        address_format(country.parse().unwrap())
    }

    fn parts(country: &str) -> Vec<AddressPart> {
        of(country).parts().map(|(part, _)| part).collect()
    }

    #[test]
    fn every_country_that_can_be_chosen_has_its_line() {
        for country in countries(Locale::ENGLISH) {
            assert_eq!(of(&country.value).country, country.value);
            let streets = parts(&country.value);
            assert!(streets.contains(&AddressPart::Street), "{}", country.label);
        }
        assert_eq!(TABLE.countries.len(), 249, "and nobody else has one");
    }

    #[test]
    fn a_payer_of_a_country_is_asked_for_what_its_addresses_have_in_their_order() {
        use AddressPart::{City, District, PostalCode, Region, Street};
        assert_eq!(parts("JP"), [PostalCode, Region, Street]);
        assert_eq!(parts("US"), [Street, City, Region, PostalCode]);
        assert_eq!(parts("HK"), [Region, City, Street]);
        assert_eq!(parts("SG"), [Street, PostalCode]);
        assert_eq!(parts("IE"), [Street, District, City, Region, PostalCode]);
        assert_eq!(parts("AQ"), [Street, City], "like any country");
    }

    #[test]
    fn the_parts_have_the_countrys_own_names() {
        let label = |country, part| of(country).label(part);
        assert_eq!(label("JP", AddressPart::Region), Key::AreaPrefecture);
        assert_eq!(label("US", AddressPart::Region), Key::AreaState);
        assert_eq!(label("US", AddressPart::PostalCode), Key::CodeZip);
        assert_eq!(label("GB", AddressPart::City), Key::CityPostTown);
        assert_eq!(label("BR", AddressPart::District), Key::PartNeighborhood);
        assert_eq!(label("ES", AddressPart::Region), Key::AreaProvince);
        assert_eq!(label("ES", AddressPart::PostalCode), Key::FieldPostalCode);
    }

    #[test]
    fn a_region_is_read_in_letters_that_the_payer_reads() {
        let tokyo = |locale: &str| {
            let regions = of("JP").regions(Locale::speaking(locale).unwrap());
            let tokyo = regions.into_iter().find(|it| it.value == "JP-13");
            tokyo.unwrap().label
        };
        assert_eq!(tokyo("ja"), "東京都");
        assert_eq!(tokyo("zh-Hans"), "東京都");
        assert_eq!(tokyo("en"), "Tokyo");
        assert_eq!(tokyo("ar"), "Tokyo");
        let spain = of("ES").regions(Locale::ENGLISH);
        assert!(spain.iter().any(|it| it.label == "Ávila"));
        let hong_kong = of("HK").regions(Locale::ENGLISH);
        assert!(hong_kong.iter().any(|it| it.label == "Kowloon"));
    }

    #[test]
    fn a_region_is_known_by_each_of_its_names_and_one_of_another_country_is_not() {
        let tokyo = Some("JP-13".to_owned());
        for name in ["13", "JP-13", "jp-13", "東京都", " tokyo "] {
            assert_eq!(of("JP").region_code(name), tokyo, "{name}");
        }
        assert_eq!(of("US").region_code("ca").as_deref(), Some("US-CA"));
        assert_eq!(of("ES").region_code("Cádiz").as_deref(), Some("ES-CA"));
        assert_eq!(of("ES").region_code("US-CA"), None);
        assert_eq!(of("NZ").region_code("Otago"), None, "it has no list");
    }

    #[test]
    fn no_two_regions_of_a_country_have_one_code_or_one_name() {
        for country in TABLE.countries.keys() {
            for locale in Locale::all() {
                let regions = of(country).regions(locale);
                let codes: BTreeSet<_> = regions.iter().map(|it| &it.value).collect();
                let names: BTreeSet<_> = regions.iter().map(|it| &it.label).collect();
                assert_eq!(codes.len(), regions.len(), "{country}");
                assert_eq!(names.len(), regions.len(), "{country}");
            }
        }
    }
}
