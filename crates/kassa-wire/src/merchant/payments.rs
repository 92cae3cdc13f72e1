//! Payments.

use serde::{Deserialize, Serialize};

use super::Operation;
use crate::state::{CaptureMode, DeclineReason, MethodKind, PaymentState};
use crate::{Money, OrderNumber, PaymentReference, RecipientId, SessionId};

/// `GET /api/payments/{reference}`, and a row of `GET /api/payments`.
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
    /// When its money is taken.
    pub capture: CaptureMode,
    /// How much was taken.
    pub captured: Money,
    /// How much can still be captured.
    pub capturable: Money,
    /// How much was returned.
    pub refunded: Money,
    /// How much can still be refunded: neither returned nor being returned.
    pub refundable: Money,
    /// Who is paid.
    pub recipient: RecipientId,
    /// What is paid.
    pub order: OrderNumber,
    /// Every try, oldest first.
    pub attempts: Vec<Attempt>,
    /// Every capture, void and refund, oldest first; not in lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub operations: Vec<Operation>,
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
