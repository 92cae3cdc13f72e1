//! `POST /api/checkout/{id}/lock`

use axum::extract::State;
use axum::response::Response;
use kassa_wire::SessionId;
use kassa_wire::view::SessionView;

use super::answer::{ViewQuery, Wanted, answer};
use crate::http::extract::SessionPath;
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments;

refusals!(
    LockCheckout: PAYER, SessionExpired, SessionCancelled, SessionComplete, PaymentInProgress,
);

/// Locks the session while the merchant's server changes it: the payer may look, and may not
/// confirm or pay, until the change is made or five minutes are over. It takes no body.
#[utoipa::path(
    post, path = "/api/checkout/{id}/lock", tag = "Checkout",
    params(("id" = SessionId, Path, description = "The session."), ViewQuery),
    responses((status = 200, description = "The session as its payer may see it.", body = SessionView, headers(("ETag" = String, description = "The version that `If-Match` wants, in quotation marks."))), LockCheckout),
)]
pub(super) async fn lock(
    State(state): State<HttpState>,
    SessionPath(id): SessionPath,
    wanted: Wanted,
) -> Result<Response, Failure> {
    let checkout = payments::lock(&state.kassa, &id).await?;
    Ok(answer(&state, &checkout, &wanted))
}
