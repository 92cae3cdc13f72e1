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
    /// The choices, where it is a choice; a line of text where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
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
