//! The merchants' script: this version's, and those of versions before it, each under its own hash.
//!
//! A page that names the hash of what it runs must get exactly that, also after the server was
//! upgraded. So a script that was released once stays in the program.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::load::Asset;

/// The merchants' script, for their pages.
pub(super) const CURRENT: &str = "kassa.js";

/// How many bytes of the hash are in an address: enough that no two scripts ever share one.
const VERSION_BYTES: usize = 6;

/// The merchants' scripts.
#[derive(Clone, Debug, Default)]
pub(super) struct Scripts {
    current: Option<Asset>,
    by_version: BTreeMap<String, Asset>,
}

impl Scripts {
    /// Whether a built file is one of them: `kassa.js`, or `kassa.0123456789ab.js` of before.
    pub(super) fn hold(name: &str) -> bool {
        name.starts_with("kassa.") && name.strip_suffix(".js").is_some()
    }

    /// Takes the script of an earlier version. It is found by the hash of what is in it, whatever
    /// its file is called.
    pub(super) fn keep(&mut self, script: Asset) {
        self.by_version.insert(version_of(&script.plain), script);
    }

    /// Takes the script of this version.
    pub(super) fn set_current(&mut self, script: Asset) {
        self.keep(script.clone());
        self.current = Some(script);
    }

    /// This version's.
    pub(super) const fn current(&self) -> Option<&Asset> {
        self.current.as_ref()
    }

    /// The one of which an address names the hash.
    pub(super) fn of_version(&self, version: &str) -> Option<&Asset> {
        self.by_version.get(version)
    }

    /// What a merchant's page has to say so that it runs this version's script and no other.
    pub(super) fn tag(&self, public_url: &str) -> Option<String> {
        let script = self.current()?;
        let version = version_of(&script.plain);
        let hash = STANDARD.encode(Sha384::digest(&script.plain));
        Some(format!(
            "<script type=\"module\" src=\"{public_url}/{CURRENT}?v={version}\" \
             integrity=\"sha384-{hash}\" crossorigin></script>"
        ))
    }
}

fn version_of(script: &[u8]) -> String {
    let hash = Sha384::digest(script);
    let digits = hash.iter().take(VERSION_BYTES);
    let digits = digits.map(|byte| format!("{byte:02x}"));
    digits.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(text: &'static str) -> Asset {
        Asset {
            kind: "text/javascript",
            plain: text.into(),
            brotli: None,
        }
    }

    #[test]
    fn a_script_of_before_stays_under_the_hash_that_pages_name() {
        let mut scripts = Scripts::default();
        scripts.keep(script("before"));
        scripts.set_current(script("now"));
        let found = |version: &str| scripts.of_version(version).map(|it| it.plain.clone());
        assert_eq!(found(&version_of(b"before")).unwrap(), "before");
        assert_eq!(found(&version_of(b"now")).unwrap(), "now");
        assert_eq!(found("0123456789ab"), None);
        assert_eq!(scripts.current().unwrap().plain, "now");
    }

    #[test]
    fn the_tag_names_the_hash_of_the_very_bytes() {
        let mut scripts = Scripts::default();
        assert_eq!(scripts.tag("https://pay.example"), None);
        scripts.set_current(script("alert(1)"));
        // What `printf 'alert(1)' | openssl dgst -sha384` says, in hexadecimal and in base64.
        assert_eq!(
            scripts.tag("https://pay.example").unwrap(),
            "<script type=\"module\" src=\"https://pay.example/kassa.js?v=1d3d84f4d7d6\" \
             integrity=\"sha384-HT2E9NfWiuQ/w1PRai+hTyqW16NIoCGA/m8VQDUopfAtcz6YQjtsMmQd5uRbVDpW\" crossorigin></script>"
        );
    }
}
