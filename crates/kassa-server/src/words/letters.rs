//! The sentences of letters. They never travel to a browser, so the widget's catalogue has none of
//! them.

use serde::Deserialize;

/// What a letter to a payer says, with `{placeholders}`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterWords {
    /// `{recipient}` and `{amount}`.
    pub subject: String,
    /// `{recipient}` and `{amount}`.
    pub opening: String,
    /// `{order}`.
    pub order: String,
    /// On the link.
    pub button: String,
    /// `{expires}`.
    pub expires: String,
    /// For whom the letter was not meant.
    pub unexpected: String,
}

/// Puts values in the places of their names. What a value itself says is not looked through again.
#[must_use]
pub fn filled(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, name, after)) = next_place(rest) {
        text.push_str(before);
        let value = values.iter().find(|(known, _)| *known == name);
        text.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    text.push_str(rest);
    text
}

fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;

    fn places(sentence: &str) -> Vec<String> {
        let (mut found, mut rest) = (Vec::new(), sentence);
        while let Some((_, name, after)) = next_place(rest) {
            found.push(name.to_owned());
            rest = after;
        }
        found.sort();
        found
    }

    fn sentences(words: &LetterWords) -> [&String; 6] {
        [
            &words.subject,
            &words.opening,
            &words.order,
            &words.button,
            &words.expires,
            &words.unexpected,
        ]
    }

    #[test]
    fn every_language_fills_the_same_places() {
        let words = |locale: Locale| -> LetterWords {
            serde_json::from_str(locale.letters_json()).unwrap()
        };
        let english = words(Locale::ENGLISH);
        for locale in Locale::all() {
            let other = words(locale);
            for (said, english) in sentences(&other).iter().zip(sentences(&english)) {
                assert_eq!(places(said), places(english), "{}", locale.code());
                assert!(!said.trim().is_empty());
            }
        }
    }

    #[test]
    fn a_value_is_no_sentence() {
        let hostile = filled("{a}: {b}", &[("a", "{b}"), ("b", "1")]);
        assert_eq!(hostile, "{b}: 1");
    }
}
