//! What is kept of a country.

use serde_json::{Map, Value};

/// The parts of an address that a form asks for: street, district, city, region, postal code.
const PARTS: &str = "ADCSZ";

/// One country's data.
#[derive(Clone, Copy, Debug)]
pub(super) struct Country<'a> {
    pub(super) code: &'a str,
    pub(super) data: &'a Map<String, Value>,
}

impl Country<'_> {
    /// Its line, and one for each of its regions. What it does not say the line for `ZZ` says.
    pub(super) fn written(self) -> String {
        let mut line = self.code.to_owned();
        let facts = [
            ("parts", self.text("fmt").map(|format| parts(&format))),
            ("require", self.text("require")),
            ("region", self.text("state_name_type")),
            ("city", self.text("locality_name_type")),
            ("district", self.text("sublocality_name_type")),
            ("code", self.text("zip_name_type")),
            ("pattern", self.text("zip")),
            ("example", self.text("zipex").map(|codes| first(&codes))),
            ("language", self.text("lang")),
        ];
        for (name, value) in facts {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                line.push_str(&["\t", name, "=", &value].concat());
            }
        }
        line.push('\n');
        for region in self.regions() {
            line.push_str(&region);
        }
        line
    }

    fn text(self, name: &str) -> Option<String> {
        self.data.get(name)?.as_str().map(str::to_owned)
    }

    /// The regions of a country whose addresses have one: code, name, name in Latin letters, and
    /// what the data calls it.
    fn regions(self) -> Vec<String> {
        let asks = self.text("fmt").is_some_and(|format| format.contains("%S"));
        let keys = self.text("sub_keys").filter(|_| asks).unwrap_or_default();
        let list = |name: &str| {
            let text = self.text(name).unwrap_or_default();
            text.split('~').map(str::to_owned).collect::<Vec<_>>()
        };
        let (names, latin, codes) = (list("sub_names"), list("sub_lnames"), list("sub_isoids"));
        let said = |list: &[String], place: usize| {
            let said = list.get(place).filter(|text| !text.is_empty());
            said.cloned()
        };
        let keys = keys.split('~').filter(|key| !key.is_empty()).enumerate();
        let region = |(place, key): (usize, &str)| {
            let code = said(&codes, place).unwrap_or_else(|| key.to_owned());
            let name = said(&names, place).unwrap_or_else(|| key.to_owned());
            let latin = said(&latin, place).or_else(|| latin_key(key, &name));
            let latin = latin.filter(|latin| *latin != name).unwrap_or_default();
            let key = if [&code, &name, &latin].iter().any(|it| *it == key) {
                ""
            } else {
                key
            };
            let cells = format!("\t{code}\t{name}\t{latin}\t{key}");
            format!("{}\n", cells.trim_end())
        };
        keys.map(region).collect()
    }
}

/// Hong Kong's areas have their English names as keys.
fn latin_key(key: &str, name: &str) -> Option<String> {
    (key.is_ascii() && !name.contains(|letter: char| letter.is_ascii_alphabetic()))
        .then(|| key.to_owned())
}

/// `%N%n%A%nSINGAPORE %Z` is `AZ`: the parts in their order.
fn parts(format: &str) -> String {
    let letters = format.split('%').skip(1);
    let letters = letters.filter_map(|piece| piece.chars().next());
    letters.filter(|letter| PARTS.contains(*letter)).collect()
}

fn first(examples: &str) -> String {
    let first = examples.split(',').next();
    first.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn written(code: &str, data: &Value) -> String {
        let data = data.as_object().unwrap();
        Country { code, data }.written()
    }

    #[test]
    fn a_country_is_written_in_its_own_order_with_its_regions() {
        let japan = json!({
            "fmt": "〒%Z%n%S%n%A%n%O%n%N", "require": "ASZ", "zip": "\\d{3}-?\\d{4}",
            "zipex": "154-0023,350-1106", "sub_keys": "北海道~青森県",
            "sub_lnames": "Hokkaido~Aomori", "sub_isoids": "01~02", "lang": "ja",
        });
        assert_eq!(
            written("JP", &japan),
            "JP\tparts=ZSA\trequire=ASZ\tpattern=\\d{3}-?\\d{4}\texample=154-0023\tlanguage=ja\n\
             \t01\t北海道\tHokkaido\n\t02\t青森県\tAomori\n"
        );
    }

    #[test]
    fn words_that_stand_in_an_address_are_no_parts_of_it() {
        let singapore = json!({ "fmt": "%N%n%O%n%A%nSINGAPORE %Z", "require": "AZ" });
        assert_eq!(written("SG", &singapore), "SG\tparts=AZ\trequire=AZ\n");
    }

    #[test]
    fn a_country_without_data_has_its_line_and_no_more() {
        assert_eq!(written("AQ", &json!({ "key": "AQ" })), "AQ\n");
    }
}
