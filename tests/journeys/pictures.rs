//! Pictures of every state, for people to look at: `cargo xtask screens` takes them anew.

use std::fs;
use std::path::PathBuf;

use crate::stage::root;
use crate::tour::{Look, STATES};

/// In these languages, through these windows, by daylight and in the dark.
pub(crate) const LOOKS: [(&str, Look); 12] = [
    ("en/phone-light", Look::phone("en", "light")),
    ("en/phone-dark", Look::phone("en", "dark")),
    ("en/desktop-light", Look::desktop("en", "light")),
    ("en/desktop-dark", Look::desktop("en", "dark")),
    ("ar/phone-light", Look::phone("ar", "light")),
    ("ar/phone-dark", Look::phone("ar", "dark")),
    ("ar/desktop-light", Look::desktop("ar", "light")),
    ("ar/desktop-dark", Look::desktop("ar", "dark")),
    ("ja/phone-light", Look::phone("ja", "light")),
    ("ja/phone-dark", Look::phone("ja", "dark")),
    ("ja/desktop-light", Look::desktop("ja", "light")),
    ("ja/desktop-dark", Look::desktop("ja", "dark")),
];

/// Where the pictures of a look are.
pub(crate) fn folder(name: &str) -> PathBuf {
    root().join("docs/screens").join(name)
}

#[test]
fn every_state_has_its_picture_in_every_look_and_there_is_no_other() {
    for (name, _) in LOOKS {
        let mut wanted = STATES.map(|state| format!("{state}.webp")).to_vec();
        wanted.sort();
        let entries = fs::read_dir(folder(name)).expect("there is a folder of pictures");
        let mut taken: Vec<String> = entries
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        taken.sort();
        assert_eq!(
            taken, wanted,
            "{name}: `cargo xtask screens` takes the pictures"
        );
    }
}
