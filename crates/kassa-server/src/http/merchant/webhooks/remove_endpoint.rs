//! `DELETE /api/webhooks/endpoints/{id}`

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;

use super::request;
use crate::domain::EndpointId;
use crate::http::extract::{Admin, Merchant};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::webhooks::remove_endpoint;

refusals!(RemoveRefusals: MERCHANT, WebhookNotFound, EndpointFixed);

/// Removes an endpoint with everything that was to be delivered to it, and was.
#[utoipa::path(
    delete, path = "/api/webhooks/endpoints/{id}", tag = "Webhooks", security(("api_key" = [])),
    operation_id = "remove_webhook_endpoint",
    params(("id" = String, Path, description = "The endpoint.")),
    responses((status = 204, description = "It is gone."), RemoveRefusals),
)]
pub(super) async fn remove(
    State(state): State<HttpState>,
    merchant: Merchant<Admin>,
    path: Result<Path<String>, PathRejection>,
) -> Result<StatusCode, Failure> {
    let id = EndpointId(request::id(path)?);
    remove_endpoint(&state.kassa, &merchant.account.id, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
