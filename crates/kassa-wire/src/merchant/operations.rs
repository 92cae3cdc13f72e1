//! Captures, voids and refunds.

use serde::{Deserialize, Serialize};

use crate::state::{OperationFailure, OperationKind, OperationState};
use crate::{Money, PaymentReference};

/// `POST /api/payments/{reference}/capture`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostCapture {
    /// How much; all that is still reserved where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Whether the rest is let go. A capture of all that is reserved is final, whatever is said.
    #[serde(default, rename = "final")]
    pub is_final: bool,
}

/// `POST /api/payments/{reference}/refunds`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostRefund {
    /// How much; all that can still be returned where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Why, for the merchant's own books. The payer does not see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 500))]
    pub reason: Option<String>,
}

/// A capture, a void or a refund, from the moment it was initiated. What the processor refuses is a
/// failed one, not an error; one without an answer stays `initiated` until there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Operation {
    /// Its own name: `cp_…`, `vd_…` or `rf_…`.
    #[cfg_attr(feature = "openapi", schema(example = "rf_4fQ0xS7mZk2LpVbY"))]
    pub id: String,
    /// What was asked for.
    pub kind: OperationKind,
    /// Of which payment.
    pub payment: PaymentReference,
    /// How much; for a void all that was reserved.
    pub amount: Money,
    /// For a capture, whether the rest is let go.
    #[serde(rename = "final", default, skip_serializing_if = "Option::is_none")]
    pub is_final: Option<bool>,
    /// Why, in the merchant's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Where it stands.
    pub state: OperationState,
    /// Why it was not done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<OperationFailure>,
    /// When it was initiated.
    pub created_at: String,
    /// When it last moved.
    pub updated_at: String,
}
