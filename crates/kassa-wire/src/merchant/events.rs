//! What happened.

use serde::{Deserialize, Serialize};

use crate::{PaymentReference, SessionId};

/// `GET /api/events` answers a [`List`](super::List) of these, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Event {
    /// The event's own name: whoever hears of it twice knows.
    #[cfg_attr(feature = "openapi", schema(example = "evt_4fQ0xS7mZk2LpVbY"))]
    pub id: String,
    /// What.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "openapi", schema(example = "payment.captured"))]
    pub kind: String,
    /// In which session.
    pub session: SessionId,
    /// With which payment, if with one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<PaymentReference>,
    /// When.
    pub created_at: String,
}
