//! `GET /api/checkout/{id}`

use axum::extract::State;
use axum::response::Response;

use super::answer::{ChosenLocale, answer};
use crate::http::extract::SessionPath;
use crate::http::{Failure, HttpState};
use crate::payments;

/// The session as its payer sees it. `ETag` is the version that `If-Match` wants.
pub(super) async fn read_checkout(
    State(state): State<HttpState>,
    SessionPath(id): SessionPath,
    locale: ChosenLocale,
) -> Result<Response, Failure> {
    let checkout = payments::read_checkout(&state.kassa, &id).await?;
    Ok(answer(&state, &checkout, &locale))
}
