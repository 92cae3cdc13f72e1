//! Checkout sessions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::payer::PayerValues;
use crate::state::{CaptureMode, PaymentCreation, SessionState};
use crate::{CountryCode, Money, OrderNumber, PaymentReference, RecipientId, SessionId};

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
    /// When the money is taken; when the payer pays where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capture: Option<CaptureMode>,
    /// Who creates the payment; the payer, by paying, where it is not said. With `merchant` it is
    /// announced when the payer pays, and made by `POST /api/sessions/{id}/payment`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_creation: Option<PaymentCreation>,
    /// What is known of the payer. Nothing here is refused: what is wrong the payer is shown to
    /// mend.
    #[serde(default, skip_serializing_if = "PayerValues::is_empty")]
    pub payer: PayerValues,
    /// Fields that the payer reads and cannot change, by the names of the payer's fields. One whose
    /// value is wrong, or missing where it is needed, is the payer's to mend all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(max_items = 100))]
    pub read_only: Vec<String>,
    /// The same for fields that the payer is not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(max_items = 100))]
    pub hidden: Vec<String>,
}

/// `PATCH /api/sessions/{id}`. What is not said stays; `null` takes a text or the metadata away.
/// Who is paid, what is paid and how it is captured stay what they are: naming something else is
/// an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PatchSession {
    /// What the order costs now, where it was changed since: another amount than the order's is an
    /// error. The payer confirms again.
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
    #[cfg_attr(feature = "openapi", schema(max_length = 2048))]
    pub return_url: Option<String>,
    /// Who is told of what happens to this session from now on: http or https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 2048))]
    pub callback_url: Option<String>,
    /// BCP 47. A language that Kassa does not speak is taken, and the payer gets another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// The merchant's own notes, all of them: 50 pairs, keys of 64 characters, values of 500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<BTreeMap<String, String>>,
    /// When the offer ends, RFC 3339: in the future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
    /// What is known of the payer, all of it, in the place of what was there. Nothing here is
    /// refused; the payer confirms again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<PayerValues>,
    /// All fields that the payer reads and cannot change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_items = 100))]
    pub read_only: Option<Vec<String>>,
    /// All fields that the payer is not shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_items = 100))]
    pub hidden: Option<Vec<String>>,
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
    /// How much, with what the payer chose.
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
    /// Who is told of what happens to this session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback_url: Option<String>,
    /// BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// When the money is taken.
    pub capture: CaptureMode,
    /// Who creates the payment.
    pub payment_creation: PaymentCreation,
    /// Where the merchant's server creates the payment that the payer announced; only where it
    /// does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirm_url: Option<String>,
    /// The merchant's own notes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub metadata: BTreeMap<String, String>,
    /// How it is sent: a shipping option's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<String>,
    /// The codes that the payer gave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discounts: Vec<String>,
    /// What is known of the payer.
    pub payer: PayerValues,
    /// Fields that the payer reads and cannot change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub read_only: Vec<String>,
    /// Fields that the payer is not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<String>,
    /// When it was made.
    pub created_at: String,
    /// When the offer ends.
    pub expires_at: String,
    /// Its payment, from the first attempt on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<PaymentReference>,
}
