//! What is read once, at the start.

use std::sync::Arc;

use kassa::i18n::{Catalogue, CatalogueError};
use kassa_wire::page::LocaleView;
use kassa_wire::view::OptionView;

use super::Locale;
use super::countries::countries;
use super::letters::LetterWords;

/// Every language's sentences and countries.
#[derive(Clone, Debug)]
pub struct Words {
    english: Language,
    others: Vec<Language>,
}

#[derive(Clone, Debug)]
struct Language {
    catalogue: Catalogue,
    countries: Arc<[OptionView]>,
    letters: LetterWords,
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
        let mut others = Vec::new();
        for locale in Locale::ALL.into_iter().skip(1) {
            others.push(Language::load(locale)?);
        }
        Ok(Self {
            english: Language::load(Locale::ENGLISH)?,
            others,
        })
    }

    /// A language's sentences.
    #[must_use]
    pub fn catalogue(&self, locale: Locale) -> &Catalogue {
        &self.language(locale).catalogue
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

    /// The languages to choose from.
    #[must_use]
    pub fn offered(&self) -> Vec<LocaleView> {
        Locale::ALL.into_iter().map(Locale::view).collect()
    }

    fn language(&self, locale: Locale) -> &Language {
        let place = locale.index().checked_sub(1);
        place
            .and_then(|place| self.others.get(place))
            .unwrap_or(&self.english)
    }
}

impl Language {
    fn load(locale: Locale) -> Result<Self, WordsError> {
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
        Ok(Self {
            catalogue,
            countries: countries(locale).into(),
            letters,
        })
    }
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
