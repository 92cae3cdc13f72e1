//! One language's texts, in the order of the keys.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::Key;

/// Why texts are not a catalogue. Tells the translator which message to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueError {
    /// Not a JSON object of strings.
    NotTexts,
    /// These messages have no text.
    Missing(Vec<&'static str>),
    /// There are no such messages.
    Stray(Vec<String>),
    /// The placeholders of these are not those that the widget fills in.
    Placeholders(Vec<&'static str>),
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotTexts => f.write_str("not a JSON object of strings"),
            Self::Missing(names) => write!(f, "no text for {}", names.join(", ")),
            Self::Stray(names) => write!(f, "no such message: {}", names.join(", ")),
            Self::Placeholders(names) => write!(f, "other placeholders in {}", names.join(", ")),
        }
    }
}

impl std::error::Error for CatalogueError {}

/// One language's texts. Every key has one: a catalogue with a hole cannot be made from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    texts: Arc<[String]>,
}

impl Catalogue {
    /// Reads one of `locales/*.json`: `{ "pay": "Pay {total}", … }`.
    ///
    /// # Errors
    /// [`CatalogueError`] where a message is missing, stray, or has other placeholders.
    #[cfg(feature = "ssr")]
    pub fn parse(locale_json: &str) -> Result<Self, CatalogueError> {
        let texts = serde_json::from_str(locale_json).map_err(|_| CatalogueError::NotTexts)?;
        Self::from_texts(texts)
    }

    /// A catalogue of texts by name.
    ///
    /// # Errors
    /// [`CatalogueError`] where a message is missing, stray, or has other placeholders.
    pub fn from_texts(mut named: BTreeMap<String, String>) -> Result<Self, CatalogueError> {
        let mut texts = Vec::with_capacity(Key::ALL.len());
        let (mut missing, mut altered) = (Vec::new(), Vec::new());
        for key in Key::ALL {
            let Some(text) = named.remove(key.name()) else {
                missing.push(key.name());
                continue;
            };
            if !has_exactly(&text, key.placeholders()) {
                altered.push(key.name());
            }
            texts.push(text);
        }
        if !missing.is_empty() {
            return Err(CatalogueError::Missing(missing));
        }
        if !named.is_empty() {
            return Err(CatalogueError::Stray(named.into_keys().collect()));
        }
        if altered.is_empty() {
            Ok(Self {
                texts: texts.into(),
            })
        } else {
            Err(CatalogueError::Placeholders(altered))
        }
    }

    /// A catalogue from a language's texts, in the order of the keys.
    #[must_use]
    pub fn from_messages(texts: Vec<String>) -> Self {
        Self {
            texts: texts.into(),
        }
    }

    /// The texts in the order of the keys, for `kassa_wire::page::Texts`.
    #[must_use]
    pub fn messages(&self) -> &[String] {
        &self.texts
    }

    /// The text of a message without placeholders. Empty where there are too few texts,
    /// so that a mismatched page is a dumb page and not a crashed one.
    #[must_use]
    pub fn text(&self, key: Key) -> &str {
        self.texts.get(key as usize).map_or("", String::as_str)
    }

    /// The text of a message with its placeholders filled in. A value is taken as it is: braces
    /// in it are not placeholders. In a text that runs from right to left each value keeps a
    /// direction of its own, or the parts of an order's number would change places.
    #[must_use]
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let mut rest = self.text(key);
        let (before, after) = if rest.chars().any(is_rtl) {
            ("\u{2068}", "\u{2069}")
        } else {
            ("", "")
        };
        let mut filled = String::new();
        while let Some((text, name, more)) = next_placeholder(rest) {
            let value = values.iter().find(|(known, _)| *known == name);
            let value = value.map_or("", |(_, value)| value);
            for part in [text, before, value, after] {
                filled.push_str(part);
            }
            rest = more;
        }
        filled.push_str(rest);
        filled
    }
}

/// Whether a letter is of a script that runs from right to left: Hebrew, Arabic and their
/// neighbours.
const fn is_rtl(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}')
}

fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, opened) = text.split_once('{')?;
    let (name, after) = opened.split_once('}')?;
    Some((before, name, after))
}

fn has_exactly(text: &str, expected: &[&str]) -> bool {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, name, after)) = next_placeholder(rest) {
        found.push(name);
        rest = after;
    }
    found.sort_unstable();
    found.dedup();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    found == expected
}
