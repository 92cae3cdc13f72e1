//! `POST /api/sessions/{id}/invitation`

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kassa_wire::SessionId;
use kassa_wire::merchant::{Invitation, PostInvitation};

use super::read_session::of_account;
use crate::domain::{EmailAddress, InvitationId};
use crate::http::extract::{Fields, MaybeObject, Merchant, SessionPath, Sessions};
use crate::http::once::{Asked, MerchantKey, once};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::{Invite, Kassa, draw_invitation_id, invite_as};
use crate::views::merchant_invitation;

refusals!(
    InviteRefusals: MERCHANT + BODY + ONCE,
    SessionNotFound, SessionExpired, SessionCancelled, SessionComplete, PaymentInProgress,
);

/// RFC 5321 takes no longer address.
const EMAIL_MAX: usize = 254;

/// Sends the payer their link, by mail where there is an address. Where the server has no mail
/// server or nobody knows an address, the invitation is `kept`: pass the link on.
#[utoipa::path(
    post, path = "/api/sessions/{id}/invitation", tag = "Sessions", security(("api_key" = [])),
    params(
        ("id" = SessionId, Path, description = "The session."),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key and body get the first answer again, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[!-~]+$"),
    ),
    request_body = Option<PostInvitation>,
    responses(
        (
            status = 201, description = "The invitation.", body = Invitation,
            headers(("Location" = String, description = "Where the invitation is read.")),
        ),
        InviteRefusals,
    ),
)]
pub(super) async fn invite(
    State(state): State<HttpState>,
    merchant: Merchant<Sessions>,
    SessionPath(session): SessionPath,
    key: MerchantKey,
    MaybeObject(body): MaybeObject,
) -> Result<Response, Failure> {
    of_account(&state.kassa, &merchant.account, &session).await?;
    let mut fields = Fields::of(&body);
    let email = fields.text("email", EMAIL_MAX).map(EmailAddress);
    if let Some(failure) = fields.failure() {
        return Err(failure);
    }
    let asked = Asked {
        account: &merchant.account.id.clone(),
        key,
        what: format!("POST /api/sessions/{}/invitation", session.as_str()),
        body: &body,
    };
    let id = draw_invitation_id(&state.kassa);
    let request = Invite {
        account: merchant.account.id,
        session,
        email,
    };
    let kassa = state.kassa.clone();
    once(&state, asked, id.0, |id| invited(kassa, request, id)).await
}

async fn invited(kassa: Kassa, request: Invite, id: String) -> Result<Response, Failure> {
    let invitation = invite_as(&kassa, request, InvitationId(id)).await?;
    let location = [(
        header::LOCATION,
        format!("/api/invitations/{}", invitation.id),
    )];
    let url = kassa.session_url(&invitation.session).0;
    let answer = merchant_invitation(&invitation, url);
    Ok((StatusCode::CREATED, location, Json(answer)).into_response())
}
