//! `POST /api/checkout/{id}/cancel`

use axum::extract::State;
use axum::response::Response;

use super::answer::{ChosenLocale, answer};
use crate::http::extract::SessionPath;
use crate::http::{Failure, HttpState};
use crate::payments;

/// Calls the session off. It takes no body.
pub(super) async fn cancel(
    State(state): State<HttpState>,
    SessionPath(id): SessionPath,
    locale: ChosenLocale,
) -> Result<Response, Failure> {
    let checkout = payments::cancel(&state.kassa, &id).await?;
    Ok(answer(&state, &checkout, &locale))
}
