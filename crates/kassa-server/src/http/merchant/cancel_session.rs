//! `POST /api/sessions/{id}/cancel`

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use kassa_wire::SessionId;
use kassa_wire::merchant::Session;

use super::read_session::of_account;
use crate::http::extract::{MaybeObject, Merchant, SessionPath, Sessions};
use crate::http::once::{Asked, MerchantKey, once};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::{Kassa, cancel};

refusals!(
    CancelRefusals: MERCHANT + BODY + ONCE,
    SessionNotFound, SessionExpired, SessionComplete, PaymentInProgress,
);

/// Calls a session off: nobody can pay it any more. A payment that is under way is not
/// called off; one that was only announced is.
#[utoipa::path(
    post, path = "/api/sessions/{id}/cancel", tag = "Sessions", security(("api_key" = [])),
    params(
        ("id" = SessionId, Path, description = "The session."),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key and body get the first answer again, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[!-~]+$"),
    ),
    responses((status = 200, description = "The session.", body = Session), CancelRefusals),
)]
pub(super) async fn cancel_session(
    State(state): State<HttpState>,
    merchant: Merchant<Sessions>,
    SessionPath(id): SessionPath,
    key: MerchantKey,
    MaybeObject(body): MaybeObject,
) -> Result<Response, Failure> {
    of_account(&state.kassa, &merchant.account, &id).await?;
    let asked = Asked {
        account: &merchant.account.id,
        key,
        what: format!("POST /api/sessions/{}/cancel", id.as_str()),
        body: &body,
    };
    let (kassa, subject) = (state.kassa.clone(), id.as_str().to_owned());
    once(&state, asked, subject, |_| call_off(kassa, id)).await
}

async fn call_off(kassa: Kassa, id: SessionId) -> Result<Response, Failure> {
    let checkout = cancel(&kassa, &id).await?;
    let payment = checkout.payment.map(|paying| paying.payment.reference);
    Ok(Json(kassa.merchant_view(&checkout.session, payment)).into_response())
}
