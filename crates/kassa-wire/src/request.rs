//! What the payer's browser sends.

use serde::{Deserialize, Serialize};

use crate::payer::PayerValues;
use crate::state::MethodKind;

/// `PUT /api/checkout/{id}/payer`, with `If-Match: "version"`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PutPayer {
    /// The form, exactly as it was typed.
    pub payer: PayerValues,
}

/// `POST /api/checkout/{id}/payment`, with `Idempotency-Key`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostPayment {
    /// How.
    pub method: MethodKind,
    /// The card, as the processor's tokenizer named it; only for cards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// `POST` to the processor's tokenizer. The only type that ever holds a card; it goes from the
/// browser to the processor and never to Kassa's own rooms.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardDetails {
    /// 12 to 19 digits.
    pub number: String,
    /// 1 to 12.
    pub expiry_month: u8,
    /// Four digits.
    pub expiry_year: u16,
    /// Three or four digits.
    pub security_code: String,
    /// As on the card.
    pub holder: String,
}

impl std::fmt::Debug for CardDetails {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CardDetails(***)")
    }
}

/// The tokenizer's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardToken {
    /// Stands for the card, once.
    pub token: String,
}

/// `PUT /api/checkout/{id}/shipping`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PutShipping {
    /// The chosen option's id.
    #[cfg_attr(feature = "openapi", schema(max_length = 64))]
    pub option: String,
}

/// `PUT /api/checkout/{id}/discounts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PutDiscounts {
    /// All codes that are to count.
    #[cfg_attr(feature = "openapi", schema(max_items = 10))]
    pub codes: Vec<String>,
}
