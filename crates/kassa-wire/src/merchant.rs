//! What the merchant's server sends and hears. Times are RFC 3339 UTC.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::country::CountryCode;
use crate::id::{OrderNumber, PaymentReference, RecipientId, SessionId};
use crate::money::{Currency, Money};
use crate::payer::PayerValues;
use crate::state::{DeclineReason, MethodKind, PaymentState, SessionState};

/// A list and where its next page begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct List<T> {
    /// This page.
    pub data: Vec<T>,
}

/// `GET /api/recipients` answers a [`List`] of these.
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

/// `GET /api/orders` answers a [`List`] of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Order {
    /// The merchant's number.
    pub number: OrderNumber,
    /// Where it is to be paid.
    pub country: CountryCode,
    /// The total.
    pub amount: Money,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What the total is made of.
    pub lines: Vec<OrderLine>,
    /// Whether it was paid.
    pub paid: bool,
}

/// One line of an [`Order`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderLine {
    /// What it is.
    pub label: String,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What it costs, in minor units of the order's currency.
    pub amount: i64,
}

/// `POST /api/sessions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostSession {
    /// Who is paid.
    pub recipient: RecipientId,
    /// What is paid.
    pub order: OrderNumber,
    /// The country that the caller believes the order to have: another one is an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// The amount that the caller believes the order to have: another one is an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The merchant's own name for the payer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 255))]
    pub customer_id: Option<String>,
    /// Shown instead of the order's description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 1000))]
    pub description: Option<String>,
    /// Where the payer goes at the end: http or https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(max_length = 2048, example = "https://shop.example/thanks")
    )]
    pub return_url: Option<String>,
    /// Who is told of what happens to this session: http or https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(max_length = 2048, example = "https://shop.example/hooks")
    )]
    pub callback_url: Option<String>,
    /// BCP 47. A language that Kassa does not speak is taken, and the payer gets another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub locale: Option<String>,
    /// The merchant's own notes: 50 pairs, keys of 64 characters, values of 500.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub metadata: BTreeMap<String, String>,
    /// When the offer ends, RFC 3339; two hours from now where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
    /// What is known of the payer. Nothing here is refused: what is wrong the payer is shown to
    /// mend.
    #[serde(default, skip_serializing_if = "PayerValues::is_empty")]
    pub payer: PayerValues,
}

/// `GET /api/sessions/{id}`, and the answer to `POST /api/sessions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// The session.
    pub id: SessionId,
    /// The payer's link.
    pub url: String,
    /// Where it stands.
    pub state: SessionState,
    /// Who is paid.
    pub recipient: RecipientId,
    /// What is paid.
    pub order: OrderNumber,
    /// How much.
    pub amount: Money,
    /// The merchant's own name for the payer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<String>,
    /// Shown instead of the order's description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Where the payer goes at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_url: Option<String>,
    /// BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// The merchant's own notes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub metadata: BTreeMap<String, String>,
    /// What is known of the payer.
    pub payer: PayerValues,
    /// When it was made.
    pub created_at: String,
    /// When the offer ends.
    pub expires_at: String,
    /// Its payment, from the first attempt on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<PaymentReference>,
}

/// `GET /api/payments/{reference}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Payment {
    /// Its name between people.
    pub reference: PaymentReference,
    /// Its session.
    pub session: SessionId,
    /// Where it stands.
    pub state: PaymentState,
    /// How much.
    pub amount: Money,
    /// Who is paid.
    pub recipient: RecipientId,
    /// What is paid.
    pub order: OrderNumber,
    /// Every try, oldest first.
    pub attempts: Vec<Attempt>,
    /// When the first try began.
    pub created_at: String,
    /// When it last changed.
    pub updated_at: String,
}

/// One try at paying.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attempt {
    /// Our id for it, the processor's idempotency key.
    pub id: String,
    /// How.
    pub method: MethodKind,
    /// Where it stands.
    pub state: PaymentState,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decline: Option<DeclineReason>,
    /// When it began.
    pub created_at: String,
}
