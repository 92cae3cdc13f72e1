//! One language's texts, in the order of the keys.

use std::collections::BTreeMap;
use std::fmt;

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
    texts: Vec<String>,
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
            Ok(Self { texts })
        } else {
            Err(CatalogueError::Placeholders(altered))
        }
    }

    /// A catalogue from the texts that came with a page, in the order of the keys.
    #[must_use]
    pub fn from_messages(texts: Vec<String>) -> Self {
        Self { texts }
    }

    /// The texts in the order of the keys, for `kassa_wire::page::Page::messages`.
    #[must_use]
    pub fn messages(&self) -> &[String] {
        &self.texts
    }

    /// The text of a message without placeholders. Empty where a page came with too few texts,
    /// so that a mismatched page is a dumb page and not a crashed one.
    #[must_use]
    pub fn text(&self, key: Key) -> &str {
        self.texts.get(key as usize).map_or("", String::as_str)
    }

    /// The text of a message with its placeholders filled in. A value is taken as it is: braces
    /// in it are not placeholders.
    #[must_use]
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.text(key);
        while let Some((before, name, after)) = next_placeholder(rest) {
            filled.push_str(before);
            filled.push_str(
                values
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map_or("", |(_, value)| value),
            );
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
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
