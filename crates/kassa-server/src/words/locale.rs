//! The languages that Kassa speaks.

use icu::locale::{LanguageIdentifier, LocaleDirectionality, locale};
use kassa_wire::page::LocaleView;

/// One of the languages that Kassa speaks. There is a catalogue for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale(usize);

#[derive(Debug, PartialEq, Eq)]
struct Language {
    code: &'static str,
    name: &'static str,
    writes: icu::locale::Locale,
    dates: icu::locale::Locale,
    catalogue: &'static str,
    letters: &'static str,
}

/// A language whose dates, numbers and files have one code.
macro_rules! language {
    ($code:literal, $name:literal) => {
        language!($code, $name, writes $code, dates $code)
    };
    ($code:literal, $name:literal, writes $writes:literal, dates $dates:literal) => {
        &Language {
            code: $code,
            name: $name,
            writes: locale!($writes),
            dates: locale!($dates),
            catalogue: include_str!(concat!("../../../../locales/", $code, ".json")),
            letters: include_str!(concat!("../../../../locales/mail/", $code, ".json")),
        }
    };
}

/// In the order in which they are offered: English, then by their names for themselves.
static LANGUAGES: [&Language; 22] = [
    // Day before month and a clock of 24 hours: payers of the whole world read this English.
    language!("en", "English", writes "en", dates "en-GB"),
    language!("id", "Bahasa Indonesia"),
    language!("cs", "Čeština"),
    language!("da", "Dansk"),
    language!("de", "Deutsch"),
    language!("es", "Español"),
    language!("fr", "Français"),
    language!("it", "Italiano"),
    language!("nl", "Nederlands"),
    language!("nb", "Norsk bokmål"),
    language!("pl", "Polski"),
    language!("pt", "Português"),
    language!("fi", "Suomi"),
    language!("sv", "Svenska"),
    language!("vi", "Tiếng Việt"),
    language!("tr", "Türkçe"),
    language!("uk", "Українська"),
    language!("he", "עברית"),
    // The digits that are on cards and in bank accounts.
    language!("ar", "العربية", writes "ar-u-nu-latn", dates "ar-u-nu-latn"),
    language!("ko", "한국어"),
    language!("zh-Hans", "简体中文"),
    language!("ja", "日本語"),
];

/// Languages whose readers write the family name before the given one.
const FAMILY_FIRST: [&str; 5] = ["hu", "ja", "ko", "vi", "zh"];

/// Whose names of places a reader can read beside those in their own language and in Latin letters:
/// languages of the same script.
const READ_BY: [(&str, &[&str]); 4] = [
    ("ar", &["fa", "ur"]),
    ("ja", &["zh"]),
    ("uk", &["ru", "be", "bg"]),
    ("zh", &["ja"]),
];

/// Which name comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameOrder {
    /// The given name.
    GivenFirst,
    /// The family name.
    FamilyFirst,
}

/// What browsers call some of them too: Norwegian in general and its other form, and the codes
/// that ISO 639 gave up.
const ALSO: [(&str, &str); 4] = [("no", "nb"), ("nn", "nb"), ("iw", "he"), ("in", "id")];

impl Locale {
    /// The language that everybody gets who asked for none that we speak.
    pub const ENGLISH: Self = Self(0);

    /// How many there are.
    pub(super) const COUNT: usize = LANGUAGES.len();

    /// Every language, in the order to offer them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(Self)
    }

    /// The language of a BCP 47 tag, if we speak it: `es-MX` gets Spanish.
    #[must_use]
    pub fn speaking(tag: &str) -> Option<Self> {
        let wished: LanguageIdentifier = tag.trim().parse().ok()?;
        let also = ALSO
            .iter()
            .find(|(code, _)| wished.language.as_str() == *code);
        let language = also.map_or(wished.language.as_str(), |(_, ours)| ours);
        Self::all().find(|known| known.language().writes.id.language.as_str() == language)
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub fn is_rtl(self) -> bool {
        LocaleDirectionality::new_common().is_right_to_left(&self.language().writes.id)
    }

    fn language(self) -> &'static Language {
        LANGUAGES.get(self.0).copied().unwrap_or(LANGUAGES[0])
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
    pub fn code(self) -> &'static str {
        self.language().code
    }

    /// Which name its readers write first.
    #[must_use]
    pub fn name_order(self) -> NameOrder {
        if FAMILY_FIRST.contains(&self.speaks()) {
            NameOrder::FamilyFirst
        } else {
            NameOrder::GivenFirst
        }
    }

    /// Whether its readers can read names of places as a country of this language writes them.
    #[must_use]
    pub fn reads(self, language: &str) -> bool {
        let language = language.split('-').next().unwrap_or_default();
        let own = self.speaks();
        let also = READ_BY.iter().find(|(reader, _)| *reader == own);
        own == language || also.is_some_and(|(_, languages)| languages.contains(&language))
    }

    fn speaks(self) -> &'static str {
        self.language().writes.id.language.as_str()
    }

    /// As a choice among languages, by its own name.
    #[must_use]
    pub fn view(self) -> LocaleView {
        LocaleView {
            code: self.language().code.to_owned(),
            name: self.language().name.to_owned(),
        }
    }

    pub(super) fn letters_json(self) -> &'static str {
        self.language().letters
    }

    pub(super) const fn index(self) -> usize {
        self.0
    }

    pub(super) fn catalogue_json(self) -> &'static str {
        self.language().catalogue
    }

    pub(super) fn writes(self) -> &'static icu::locale::Locale {
        &self.language().writes
    }

    pub(super) fn dates(self) -> &'static icu::locale::Locale {
        &self.language().dates
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mexican_reads_spanish_and_a_roman_english() {
        assert_eq!(Locale::negotiate(["es-MX"]).code(), "es");
        assert_eq!(Locale::negotiate(["la", "ES", "en"]).code(), "es");
        assert_eq!(Locale::negotiate(["la"]).code(), "en");
        assert_eq!(Locale::negotiate([]).code(), "en");
    }

    #[test]
    fn every_language_is_found_by_its_code_and_by_what_browsers_call_it_too() {
        for locale in Locale::all() {
            assert_eq!(Locale::speaking(locale.code()), Some(locale));
        }
        for (tag, code) in [
            ("no", "nb"),
            ("nn-NO", "nb"),
            ("iw-IL", "he"),
            ("zh-CN", "zh-Hans"),
            ("zh-TW", "zh-Hans"),
            ("pt-BR", "pt"),
        ] {
            assert_eq!(Locale::speaking(tag).map(Locale::code), Some(code), "{tag}");
        }
    }

    #[test]
    fn the_family_name_comes_first_where_readers_write_it_first() {
        let family: Vec<_> = Locale::all()
            .filter(|it| it.name_order() == NameOrder::FamilyFirst)
            .map(Locale::code)
            .collect();
        assert_eq!(family, ["vi", "ko", "zh-Hans", "ja"]);
    }

    #[test]
    fn arabic_and_hebrew_run_from_right_to_left() {
        let rtl: Vec<_> = Locale::all().filter(|it| it.is_rtl()).collect();
        let codes: Vec<_> = rtl.into_iter().map(Locale::code).collect();
        assert_eq!(codes, ["he", "ar"]);
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
