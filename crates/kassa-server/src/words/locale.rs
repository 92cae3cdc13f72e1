//! The languages that Kassa speaks.

use icu::locale::{LanguageIdentifier, locale};
use kassa_wire::page::LocaleView;

/// One of the languages that Kassa speaks. There is a catalogue for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale(&'static Language);

#[derive(Debug, PartialEq, Eq)]
struct Language {
    code: &'static str,
    name: &'static str,
    writes: icu::locale::Locale,
    dates: icu::locale::Locale,
    catalogue: &'static str,
    letters: &'static str,
}

static ENGLISH: Language = Language {
    code: "en",
    name: "English",
    writes: locale!("en"),
    // Day before month and a clock of 24 hours: payers of the whole world read this English.
    dates: locale!("en-GB"),
    catalogue: include_str!("../../../../locales/en.json"),
    letters: include_str!("../../../../locales/mail/en.json"),
};

static SPANISH: Language = Language {
    code: "es",
    name: "Español",
    writes: locale!("es"),
    dates: locale!("es"),
    catalogue: include_str!("../../../../locales/es.json"),
    letters: include_str!("../../../../locales/mail/es.json"),
};

impl Locale {
    /// The language that everybody gets who asked for none that we speak.
    pub const ENGLISH: Self = Self(&ENGLISH);

    /// Every language, in the order to offer them.
    pub const ALL: [Self; 2] = [Self::ENGLISH, Self(&SPANISH)];

    /// The language of a BCP 47 tag, if we speak it: `es-MX` gets Spanish.
    #[must_use]
    pub fn speaking(tag: &str) -> Option<Self> {
        let wished: LanguageIdentifier = tag.trim().parse().ok()?;
        Self::ALL
            .into_iter()
            .find(|known| known.0.writes.id.language == wished.language)
    }

    /// The first wish that we can grant, or English.
    #[must_use]
    pub fn negotiate<'a>(wishes: impl IntoIterator<Item = &'a str>) -> Self {
        wishes
            .into_iter()
            .find_map(Self::speaking)
            .unwrap_or(Self::ENGLISH)
    }

    /// BCP 47.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// As a choice among languages, by its own name.
    #[must_use]
    pub fn view(self) -> LocaleView {
        LocaleView {
            code: self.0.code.to_owned(),
            name: self.0.name.to_owned(),
        }
    }

    pub(super) const fn letters_json(self) -> &'static str {
        self.0.letters
    }

    pub(super) fn index(self) -> usize {
        Self::ALL
            .iter()
            .position(|known| *known == self)
            .unwrap_or_default()
    }

    pub(super) const fn catalogue_json(self) -> &'static str {
        self.0.catalogue
    }

    pub(super) const fn writes(self) -> &'static icu::locale::Locale {
        &self.0.writes
    }

    pub(super) const fn dates(self) -> &'static icu::locale::Locale {
        &self.0.dates
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mexican_reads_spanish_and_a_finn_english() {
        assert_eq!(Locale::negotiate(["es-MX"]).code(), "es");
        assert_eq!(Locale::negotiate(["fi", "ES", "en"]).code(), "es");
        assert_eq!(Locale::negotiate(["fi"]).code(), "en");
        assert_eq!(Locale::negotiate([]).code(), "en");
    }

    #[test]
    fn a_wish_that_is_no_language_is_passed_over() {
        for nonsense in [
            "",
            "<script>",
            "e\0s",
            "español",
            "../../es",
            &"a".repeat(10_000),
        ] {
            assert_eq!(Locale::speaking(nonsense), None, "{nonsense:.20}");
        }
    }
}
