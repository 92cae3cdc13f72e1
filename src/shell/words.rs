//! What the page's language says.

use std::sync::Arc;

use kassa_wire::page::{LocaleView, Texts};
use kassa_wire::view::OptionView;

use crate::i18n::Catalogue;

/// What a language says, cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Its sentences.
    pub catalogue: Catalogue,
    /// The languages to choose from.
    pub locales: Arc<[LocaleView]>,
    /// The world's countries in it.
    pub countries: Arc<[OptionView]>,
}

impl From<Texts> for Words {
    fn from(texts: Texts) -> Self {
        Self {
            catalogue: Catalogue::from_messages(texts.messages),
            locales: texts.locales,
            countries: texts.countries,
        }
    }
}
