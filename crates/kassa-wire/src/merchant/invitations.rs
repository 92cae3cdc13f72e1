//! Links to payers.

use serde::{Deserialize, Serialize};

use crate::SessionId;
use crate::state::{InvitationFailure, InvitationState};

/// `POST /api/sessions/{id}/invitation`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostInvitation {
    /// Where the link goes; to the payer's own address where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(max_length = 254, example = "amina@example.com")
    )]
    pub email: Option<String>,
}

/// `GET /api/invitations/{id}`, and the answer to `POST /api/sessions/{id}/invitation`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// Its id.
    pub id: String,
    /// Where the link leads.
    pub session: SessionId,
    /// The payer's link.
    pub url: String,
    /// Where it goes; nowhere where nobody knows an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// How far it is.
    pub state: InvitationState,
    /// Why it did not leave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<InvitationFailure>,
    /// When it was asked for.
    pub created_at: String,
    /// When it last moved.
    pub updated_at: String,
}
