//! `POST /api/checkout/{id}/link`

use axum::extract::State;
use axum::response::Response;
use kassa_wire::SessionId;
use kassa_wire::view::SessionView;

use super::answer::{ViewQuery, Wanted, answer};
use crate::http::extract::SessionPath;
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments;

refusals!(AskForLink: PAYER);

/// Asks the merchant for a new link, once this one has expired or was called off: they hear
/// `session.link_requested`, once. As long as it leads somewhere nothing happens. It takes no body.
#[utoipa::path(
    post, path = "/api/checkout/{id}/link", tag = "Checkout",
    params(("id" = SessionId, Path, description = "The session."), ViewQuery),
    responses((status = 200, description = "The session as its payer may see it.", body = SessionView, headers(("ETag" = String, description = "The version that `If-Match` wants, in quotation marks."))), AskForLink),
)]
pub(super) async fn ask_for_link(
    State(state): State<HttpState>,
    SessionPath(id): SessionPath,
    wanted: Wanted,
) -> Result<Response, Failure> {
    let checkout = payments::ask_for_link(&state.kassa, &id).await?;
    Ok(answer(&state, &checkout, &wanted))
}
