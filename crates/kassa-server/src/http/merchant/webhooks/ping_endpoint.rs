//! `POST /api/webhooks/endpoints/{id}/ping`

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use kassa_wire::webhook::WebhookPing;

use super::request;
use crate::domain::EndpointId;
use crate::http::extract::{Admin, Merchant};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::webhooks::ping_endpoint;

refusals!(PingRefusals: MERCHANT, WebhookNotFound, EndpointFixed);

/// Sends a test event, once, and answers what came of it. A disabled endpoint gets it too.
#[utoipa::path(
    post, path = "/api/webhooks/endpoints/{id}/ping", tag = "Webhooks", security(("api_key" = [])),
    operation_id = "ping_webhook_endpoint",
    params(("id" = String, Path, description = "The endpoint.")),
    responses((status = 200, description = "What came of it.", body = WebhookPing), PingRefusals),
)]
pub(super) async fn ping(
    State(state): State<HttpState>,
    merchant: Merchant<Admin>,
    path: Result<Path<String>, PathRejection>,
) -> Result<Json<WebhookPing>, Failure> {
    let id = EndpointId(request::id(path)?);
    let answer = match ping_endpoint(&state.webhooks, &merchant.account.id, &id).await? {
        Ok(taken) => WebhookPing {
            status: Some(taken.0),
            error: None,
        },
        Err(failed) => WebhookPing {
            status: failed.status,
            error: Some(failed.why.as_str().to_owned()),
        },
    };
    Ok(Json(answer))
}
