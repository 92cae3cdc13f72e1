//! Fonts with the letters of all our languages: pictures of pages need them, pages do not.

use super::apt;
use crate::failure::Failure;

const PACKAGES: [&str; 3] = ["fonts-noto-core", "fonts-noto-cjk", "fonts-dejavu-core"];

/// Finds or installs them, where Debian's packages are to be had; elsewhere the system's own serve.
pub(crate) fn fonts() -> Result<(), Failure> {
    if apt::may_install() {
        apt::install(&PACKAGES, "pictures of pages in Arabic and Japanese")?;
    }
    Ok(())
}
