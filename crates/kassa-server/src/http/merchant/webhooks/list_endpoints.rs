//! `GET /api/webhooks/endpoints`

use axum::Json;
use axum::extract::State;
use kassa_wire::merchant::List;
use kassa_wire::webhook::WebhookEndpoint;

use crate::http::extract::{Merchant, Read};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::views::webhook_endpoint;
use crate::webhooks::list_endpoints;

refusals!(ListEndpoints: MERCHANT);

/// The account's endpoints, oldest first, without their secrets.
#[utoipa::path(
    get, path = "/api/webhooks/endpoints", tag = "Webhooks", security(("api_key" = [])),
    operation_id = "list_webhook_endpoints",
    responses((status = 200, description = "Oldest first.", body = List<WebhookEndpoint>), ListEndpoints),
)]
pub(super) async fn list(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
) -> Result<Json<List<WebhookEndpoint>>, Failure> {
    let endpoints = list_endpoints(&state.kassa, &merchant.account.id).await?;
    let data = endpoints.iter().map(webhook_endpoint).collect();
    Ok(Json(List {
        data,
        next_cursor: None,
    }))
}
