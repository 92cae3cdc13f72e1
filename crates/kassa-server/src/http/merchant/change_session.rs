//! `PATCH /api/sessions/{id}`

use axum::Json;
use axum::extract::State;
use kassa_wire::SessionId;
use kassa_wire::merchant::{PatchSession, Session};

use super::read_session::of_account;
use super::session_changes::read_changes;
use crate::http::extract::{Merchant, Object, SessionPath, Sessions};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments;

refusals!(
    ChangeSession: MERCHANT + BODY,
    SessionNotFound, SessionExpired, SessionCancelled, SessionComplete, PaymentInProgress,
    OrderPaid, CountryMismatch, CurrencyMismatch,
);

/// Changes a session that nobody pays yet. What is not said stays, and `null` takes away what may
/// be absent. A payer who has confirmed confirms again where the amount or the payer is another
/// one. The open page hears of it. What is so already is not changed again, so the same request
/// may be sent twice.
#[utoipa::path(
    patch, path = "/api/sessions/{id}", tag = "Sessions", security(("api_key" = [])),
    params(("id" = SessionId, Path, description = "The session.")),
    request_body = PatchSession,
    responses((status = 200, description = "The session as it is now.", body = Session), ChangeSession),
)]
pub(super) async fn change_session(
    State(state): State<HttpState>,
    merchant: Merchant<Sessions>,
    SessionPath(id): SessionPath,
    Object(body): Object,
) -> Result<Json<Session>, Failure> {
    let known = of_account(&state.kassa, &merchant.account, &id).await?;
    let changes = read_changes(&body, &known.session)?;
    let checkout = payments::change_session(&state.kassa, &id, &changes).await?;
    let payment = checkout.payment.map(|paying| paying.payment.reference);
    Ok(Json(state.kassa.merchant_view(&checkout.session, payment)))
}
