//! `GET /api/checkout/{id}`

use axum::extract::State;
use axum::response::Response;
use kassa_wire::SessionId;
use kassa_wire::view::SessionView;

use super::answer::{ViewQuery, Wanted, answer};
use crate::http::extract::SessionPath;
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments;

refusals!(ReadCheckout: PAYER);

/// The session as its payer sees it. `ETag` is the version that `If-Match` wants.
#[utoipa::path(
    get, path = "/api/checkout/{id}", tag = "Checkout",
    params(("id" = SessionId, Path, description = "The session."), ViewQuery),
    responses((status = 200, description = "The session as its payer may see it.", body = SessionView, headers(("ETag" = String, description = "The version that `If-Match` wants, in quotation marks."))), ReadCheckout),
)]
pub(super) async fn read_checkout(
    State(state): State<HttpState>,
    SessionPath(id): SessionPath,
    wanted: Wanted,
) -> Result<Response, Failure> {
    let checkout = payments::read_checkout(&state.kassa, &id).await?;
    Ok(answer(&state, &checkout, &wanted))
}
