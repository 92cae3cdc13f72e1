//! `GET /api/sessions/{id}`

use axum::Json;
use axum::extract::State;
use kassa_wire::SessionId;
use kassa_wire::merchant::Session;

use crate::domain::{Account, Checkout};
use crate::http::extract::{Merchant, Read, SessionPath};
use crate::http::openapi::refusals;
use crate::http::problem::session_not_found;
use crate::http::{Failure, HttpState};
use crate::payments::{Kassa, read_checkout};

refusals!(ReadSession: MERCHANT, SessionNotFound);

/// A session of the account; another account's is not there.
#[utoipa::path(
    get, path = "/api/sessions/{id}", tag = "Sessions", security(("api_key" = [])),
    params(("id" = SessionId, Path, description = "The session.")),
    responses((status = 200, description = "The session.", body = Session), ReadSession),
)]
pub(super) async fn read_session(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    SessionPath(id): SessionPath,
) -> Result<Json<Session>, Failure> {
    let checkout = of_account(&state.kassa, &merchant.account, &id).await?;
    let payment = checkout.payment.map(|paying| paying.payment.reference);
    Ok(Json(state.kassa.merchant_view(&checkout.session, payment)))
}

/// A session of an account; another account's is not there.
pub(super) async fn of_account(
    kassa: &Kassa,
    account: &Account,
    id: &SessionId,
) -> Result<Checkout, Failure> {
    let checkout = read_checkout(kassa, id).await?;
    if checkout.account.id == account.id {
        Ok(checkout)
    } else {
        Err(session_not_found())
    }
}
