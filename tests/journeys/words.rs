//! What payers read: the catalogues, so that a journey looks for a meaning and not for a wording.

use serde_json::Value;

use crate::stage::root;

/// One language's catalogue.
#[derive(Debug)]
pub(crate) struct Words(Value);

impl Words {
    /// The catalogue of a language.
    pub(crate) fn of(locale: &str) -> Self {
        let file = root().join("locales").join(format!("{locale}.json"));
        let text = std::fs::read_to_string(&file).expect("there is a catalogue");
        Self(serde_json::from_str(&text).expect("a catalogue is JSON"))
    }

    /// A message up to its first placeholder.
    pub(crate) fn start_of(&self, key: &str) -> String {
        let start = self.message(key).split('{').next();
        start.unwrap_or_default().trim().to_owned()
    }

    /// A message about a recipient.
    pub(crate) fn about(&self, key: &str, recipient: &str) -> String {
        self.message(key).replace("{recipient}", recipient)
    }

    fn message(&self, key: &str) -> &str {
        let message = self.0[key].as_str();
        message.unwrap_or_else(|| panic!("no message {key}"))
    }
}

/// English.
pub(crate) fn english(key: &str) -> String {
    Words::of("en").start_of(key)
}

/// Spanish.
pub(crate) fn spanish(key: &str) -> String {
    Words::of("es").start_of(key)
}
