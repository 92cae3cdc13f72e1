//! What the server renders a page from, and hands to the browser with it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::id::AttemptKey;
use crate::payer::PayerValues;
use crate::problem::FieldProblem;
use crate::state::MethodKind;
use crate::view::{OptionView, SessionView};

/// Everything one page is made of. The server renders it, embeds it as JSON, and the browser's
/// first render from the same value has the same structure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The page's language, BCP 47.
    pub locale: String,
    /// Where the language's [`Texts`] are: a path on this server, a new one whenever they change.
    pub texts: String,
    /// How much of a page to draw.
    pub ui: Ui,
    /// Light or dark.
    pub theme: Theme,
    /// What the page is about.
    pub content: Content,
}

/// What a language says. The same for every payer who reads it, so that it is not in their pages:
/// the program fetches it once, and browsers keep it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Texts {
    /// Whether it is written from right to left.
    pub rtl: bool,
    /// The languages to choose from: this one and the others, by their own names.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<LocaleView>))]
    pub locales: Arc<[LocaleView]>,
    /// Its sentences, in the order of the widget's message keys.
    pub messages: Vec<String>,
    /// The world's countries by name, in the language's own order: the choices of every field of
    /// the kind `country`.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<OptionView>))]
    pub countries: Arc<[OptionView]>,
}

/// One language to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LocaleView {
    /// BCP 47.
    pub code: String,
    /// Its own name for itself.
    pub name: String,
}

/// How much of a page to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ui {
    /// A whole page, with header, footer and two columns where there is room.
    Hosted,
    /// Inside a merchant's page: one column, no header, no ground of its own.
    Inline,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the payer's system has it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Ui {
    /// Its name, on the wire and in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hosted => "hosted",
            Self::Inline => "inline",
        }
    }
}

impl Theme {
    /// Its name, on the wire and in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What a page is about.
///
/// The variant's name is the key of its content, not a field inside it: with a tag inside, serde
/// reads every type below twice over, and the widget is 20 kB heavier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A session.
    Checkout(Box<CheckoutPage>),
    /// No session has the link's id.
    NotFound,
    /// The server could not read the session now.
    Trouble,
}

/// A session's page, with what a form sent without scripts left on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckoutPage {
    /// The session.
    pub view: SessionView,
    /// A key for a **Pay** pressed without scripts: a reload or a second press sends it again.
    pub attempt_key: AttemptKey,
    /// Whether the form is shown although the information is complete: **Change** was pressed.
    pub editing: bool,
    /// What a refused form held: it wins over the view's `payer`, so that nothing is lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<PayerValues>,
    /// What was wrong with it, shown at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// The method chosen in a form sent without scripts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<MethodKind>,
    /// A code that counts for nothing, as it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Something to say above everything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
}

/// Something to say above everything else, after a form sent without scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// The information changed meanwhile, in another window: look again.
    Stale,
    /// The server is in trouble: nothing was lost, try again.
    Trouble,
    /// Cards need scripts.
    CardNeedsScripts,
    /// No method was chosen.
    ChooseMethod,
    /// A payment of the order is under way in another window.
    InProgress,
    /// The order was paid in another window.
    AlreadyPaid,
}
