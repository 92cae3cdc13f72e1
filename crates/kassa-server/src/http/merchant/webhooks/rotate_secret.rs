//! `POST /api/webhooks/endpoints/{id}/rotate`

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kassa_wire::AccountId;
use kassa_wire::webhook::WebhookEndpoint;
use serde_json::Map;

use super::request;
use crate::domain::EndpointId;
use crate::http::extract::{Admin, Merchant};
use crate::http::once::{Asked, MerchantKey, once};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::Kassa;
use crate::views::webhook_endpoint_with_secret;
use crate::webhooks::rotate_secret;

refusals!(RotateRefusals: MERCHANT + ONCE, WebhookNotFound);

/// Gives an endpoint a new secret, shown this once. The one before signs beside it for 24 hours.
#[utoipa::path(
    post, path = "/api/webhooks/endpoints/{id}/rotate", tag = "Webhooks", security(("api_key" = [])),
    operation_id = "rotate_webhook_secret",
    params(
        ("id" = String, Path, description = "The endpoint."),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key gets the first answer again, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[!-~]+$"),
    ),
    responses((status = 200, description = "The endpoint with its new secret.", body = WebhookEndpoint), RotateRefusals),
)]
pub(super) async fn rotate(
    State(state): State<HttpState>,
    merchant: Merchant<Admin>,
    path: Result<Path<String>, PathRejection>,
    key: MerchantKey,
) -> Result<Response, Failure> {
    let id = request::id(path)?;
    let account = merchant.account.id;
    let asked = Asked {
        account: &account.clone(),
        key,
        what: format!("POST /api/webhooks/endpoints/{id}/rotate"),
        body: &Map::new(),
    };
    let kassa = state.kassa.clone();
    once(&state, asked, id, |id| answer(kassa, account, id)).await
}

async fn answer(kassa: Kassa, account: AccountId, id: String) -> Result<Response, Failure> {
    let rotated = rotate_secret(&kassa, &account, &EndpointId(id)).await?;
    let answer = webhook_endpoint_with_secret(&rotated.endpoint, &rotated.secret);
    Ok(Json(answer).into_response())
}
