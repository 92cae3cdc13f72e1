//! What is read once, at the start.

use std::sync::Arc;

use kassa::i18n::{Catalogue, CatalogueError};
use kassa_wire::CountryCode;
use kassa_wire::page::{LocaleView, Texts};
use kassa_wire::view::OptionView;
use sha2::{Digest, Sha256};

use super::Locale;
use super::countries::countries;
use super::letters::LetterWords;

/// Every language's sentences and countries.
#[derive(Clone, Debug)]
pub struct Words {
    offered: Arc<[LocaleView]>,
    english: Language,
    others: Vec<Language>,
}

#[derive(Clone, Debug)]
struct Language {
    catalogue: Catalogue,
    countries: Arc<[OptionView]>,
    letters: LetterWords,
    rtl: bool,
    /// Of everything that a page's program fetches.
    version: String,
}

/// A language's words cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// The sentences of the payer's page.
    #[error("the catalogue of {locale} cannot be used: {reason}")]
    Catalogue {
        /// Whose.
        locale: &'static str,
        /// Why.
        reason: CatalogueError,
    },
    /// The sentences of letters.
    #[error("the letters of {locale} cannot be used: {reason}")]
    Letters {
        /// Whose.
        locale: &'static str,
        /// Why.
        reason: serde_json::Error,
    },
}

impl Words {
    /// Reads every language.
    ///
    /// # Errors
    /// [`WordsError`] for the first language with a message missing, stray or with other
    /// placeholders.
    pub fn load() -> Result<Self, WordsError> {
        let offered = Locale::all().map(Locale::view).collect();
        let mut others = Vec::new();
        for locale in Locale::all().skip(1) {
            others.push(Language::load(locale, &offered)?);
        }
        Ok(Self {
            english: Language::load(Locale::ENGLISH, &offered)?,
            others,
            offered,
        })
    }

    /// A language's sentences.
    #[must_use]
    pub fn catalogue(&self, locale: Locale) -> &Catalogue {
        &self.language(locale).catalogue
    }

    /// The languages to choose from.
    #[must_use]
    pub const fn offered(&self) -> &Arc<[LocaleView]> {
        &self.offered
    }

    /// What a page's program fetches of a language.
    #[must_use]
    pub fn texts(&self, locale: Locale) -> Texts {
        self.language(locale).texts(&self.offered)
    }

    /// What tells a language's texts from those of another release.
    #[must_use]
    pub fn version(&self, locale: Locale) -> &str {
        &self.language(locale).version
    }

    /// What letters say in a language.
    #[must_use]
    pub fn letters(&self, locale: Locale) -> &LetterWords {
        &self.language(locale).letters
    }

    /// The world's countries by their names in a language, in that language's order.
    #[must_use]
    pub fn countries(&self, locale: Locale) -> &Arc<[OptionView]> {
        &self.language(locale).countries
    }

    /// Whether there is such a country.
    #[must_use]
    pub fn is_country(&self, country: CountryCode) -> bool {
        let mut known = self.english.countries.iter();
        known.any(|known| known.value == country.as_str())
    }

    fn language(&self, locale: Locale) -> &Language {
        let place = locale.index().checked_sub(1);
        place
            .and_then(|place| self.others.get(place))
            .unwrap_or(&self.english)
    }
}

impl Language {
    fn load(locale: Locale, offered: &Arc<[LocaleView]>) -> Result<Self, WordsError> {
        let catalogue = Catalogue::parse(locale.catalogue_json());
        let catalogue = catalogue.map_err(|reason| WordsError::Catalogue {
            locale: locale.code(),
            reason,
        })?;
        let letters = serde_json::from_str(locale.letters_json());
        let letters = letters.map_err(|reason| WordsError::Letters {
            locale: locale.code(),
            reason,
        })?;
        let mut language = Self {
            catalogue,
            countries: countries(locale).into(),
            letters,
            rtl: locale.is_rtl(),
            version: String::new(),
        };
        language.version = version_of(&language.texts(offered));
        Ok(language)
    }

    fn texts(&self, offered: &Arc<[LocaleView]>) -> Texts {
        Texts {
            rtl: self.rtl,
            locales: Arc::clone(offered),
            messages: self.catalogue.messages().to_vec(),
            countries: Arc::clone(&self.countries),
        }
    }
}

/// Twelve hexadecimal digits.
fn version_of(texts: &Texts) -> String {
    let mut hash = Sha256::new();
    for message in &texts.messages {
        hash.update(message);
        hash.update([0]);
    }
    let countries = texts.countries.iter().map(|country| &country.label);
    let locales = texts.locales.iter().map(|locale| &locale.name);
    for name in countries.chain(locales) {
        hash.update(name);
        hash.update([0]);
    }
    let digest = hash.finalize();
    let digits = digest.iter().take(6).map(|byte| format!("{byte:02x}"));
    digits.collect()
}

#[cfg(test)]
mod tests {
    use kassa::i18n::Key;

    use super::*;

    #[test]
    fn every_language_says_every_sentence() {
        let words = Words::load().unwrap();
        let email = |locale| words.catalogue(locale).text(Key::FieldEmail).to_owned();
        assert_eq!(email(Locale::ENGLISH), "Email");
        assert_eq!(email(Locale::speaking("es").unwrap()), "Correo electrónico");
    }
}
