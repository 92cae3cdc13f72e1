//! `GET /api/invitations/{id}`

use axum::Json;
use axum::extract::State;
use kassa_wire::merchant::Invitation;

use crate::domain::InvitationId;
use crate::http::extract::{InvitationName, Merchant, NamedPath, Read, missing};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::views::merchant_invitation;

refusals!(ReadInvitation: MERCHANT, InvitationNotFound);

/// An invitation of the account; another account's is not there.
#[utoipa::path(
    get, path = "/api/invitations/{id}", tag = "Sessions", security(("api_key" = [])),
    params(("id" = String, Path, description = "The invitation.", example = "inv_4fQ0xS7mZk2LpVbY", max_length = 64)),
    responses((status = 200, description = "The invitation.", body = Invitation), ReadInvitation),
)]
pub(super) async fn read_invitation(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    NamedPath(InvitationName(id)): NamedPath<InvitationName>,
) -> Result<Json<Invitation>, Failure> {
    let (kassa, id) = (&state.kassa, InvitationId(id));
    let found = kassa.store.invitation(&merchant.account.id, &id).await?;
    let invitation = found.ok_or_else(missing::<InvitationName>)?;
    let url = kassa.session_url(&invitation.session).0;
    Ok(Json(merchant_invitation(&invitation, url)))
}
