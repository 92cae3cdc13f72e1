//! Who receives the money.

use serde::{Deserialize, Serialize};

use crate::{CountryCode, Currency, RecipientId};

/// `GET /api/recipients` answers a `List` of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Recipient {
    /// Three letters.
    pub id: RecipientId,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub country: CountryCode,
    /// What it takes.
    pub currency: Currency,
    /// What it asks of payers beyond name and address.
    pub fields: Vec<CustomField>,
}

/// A field that a recipient asks its payers to fill in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CustomField {
    /// Its name on the wire, after `fields.`.
    pub id: String,
    /// What the payer reads.
    pub label: String,
    /// Whether it may stay empty.
    pub required: bool,
    /// What can be put in. A field with choices is a choice, also where this is not said.
    #[serde(default)]
    pub kind: CustomKind,
    /// The choices of a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// What a text has to look like as a whole: a regular expression that JavaScript and Rust's
    /// `regex` both understand, without looking around and without references back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub pattern: Option<String>,
    /// A text that looks like it, which payers are shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 200))]
    pub example: Option<String>,
}

impl CustomField {
    /// What can be put in: fields that were kept before there were kinds have choices and say none.
    #[must_use]
    pub fn asks_for(&self) -> CustomKind {
        if self.options.is_empty() {
            self.kind
        } else {
            CustomKind::Choice
        }
    }
}

/// What can be put in a recipient's own field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CustomKind {
    /// One line of any text.
    #[default]
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// One of a few.
    Choice,
}

/// `PUT /api/recipients/{id}`: a new recipient, or all that is to be known of one that there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PutRecipient {
    /// Its name.
    #[cfg_attr(
        feature = "openapi",
        schema(min_length = 1, max_length = 200, example = "Universidad de Vallarca")
    )]
    pub name: String,
    /// Where it is.
    pub country: CountryCode,
    /// What it takes.
    pub currency: Currency,
    /// What it asks of payers beyond name and address.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(max_items = 50))]
    pub fields: Vec<CustomField>,
}
