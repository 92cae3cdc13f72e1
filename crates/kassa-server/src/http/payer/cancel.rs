//! `POST /api/checkout/{id}/cancel`

use axum::extract::State;
use axum::response::Response;
use kassa_wire::SessionId;
use kassa_wire::view::SessionView;

use super::answer::{ViewQuery, Wanted, answer};
use crate::http::extract::SessionPath;
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments;

refusals!(CancelCheckout: PAYER, SessionExpired, SessionComplete, PaymentInProgress);

/// Calls the session off. It takes no body.
#[utoipa::path(
    post, path = "/api/checkout/{id}/cancel", tag = "Checkout",
    params(("id" = SessionId, Path, description = "The session."), ViewQuery),
    responses((status = 200, description = "The session as its payer may see it.", body = SessionView, headers(("ETag" = String, description = "The version that `If-Match` wants, in quotation marks."))), CancelCheckout),
)]
pub(super) async fn cancel(
    State(state): State<HttpState>,
    SessionPath(id): SessionPath,
    wanted: Wanted,
) -> Result<Response, Failure> {
    let checkout = payments::cancel(&state.kassa, &id).await?;
    Ok(answer(&state, &checkout, &wanted))
}
