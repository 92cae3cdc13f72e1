//! `GET /api/sessions/{id}`

use axum::Json;
use axum::extract::State;
use kassa_wire::merchant::Session;

use crate::http::extract::{Merchant, SessionPath};
use crate::http::problem::session_not_found;
use crate::http::{Failure, HttpState};
use crate::payments::read_checkout;
use crate::views::merchant_session;

/// A session of the account; another account's is not there.
pub(super) async fn read_session(
    State(state): State<HttpState>,
    Merchant(account): Merchant,
    SessionPath(id): SessionPath,
) -> Result<Json<Session>, Failure> {
    let checkout = read_checkout(&state.kassa, &id).await?;
    if checkout.account.id != account.id {
        return Err(session_not_found());
    }
    let payment = checkout.payment.map(|paying| paying.payment.reference);
    let url = state.kassa.session_url(&id).0;
    Ok(Json(merchant_session(&checkout.session, url, payment)))
}
