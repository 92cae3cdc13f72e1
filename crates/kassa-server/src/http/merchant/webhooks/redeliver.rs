//! `POST /api/webhooks/deliveries/{id}/redeliver`

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kassa_wire::AccountId;
use kassa_wire::webhook::WebhookDelivery;
use serde_json::Map;

use super::request;
use crate::domain::DeliveryId;
use crate::http::extract::{Admin, Merchant};
use crate::http::once::{Asked, MerchantKey, once};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::Kassa;
use crate::views::webhook_delivery;
use crate::webhooks::redeliver;

refusals!(RedeliverRefusals: MERCHANT + ONCE, WebhookNotFound, DeliveryPending, EndpointDisabled);

/// Puts a delivery that is parked or delivered back into the outbox. It is the same event under
/// the same id.
#[utoipa::path(
    post, path = "/api/webhooks/deliveries/{id}/redeliver", tag = "Webhooks", security(("api_key" = [])),
    operation_id = "redeliver_webhook",
    params(
        ("id" = String, Path, description = "The delivery."),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key gets the first answer again, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[!-~]+$"),
    ),
    responses((status = 200, description = "The delivery, pending again.", body = WebhookDelivery), RedeliverRefusals),
)]
pub(super) async fn again(
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
        what: format!("POST /api/webhooks/deliveries/{id}/redeliver"),
        body: &Map::new(),
    };
    let kassa = state.kassa.clone();
    once(&state, asked, id, |id| answer(kassa, account, id)).await
}

async fn answer(kassa: Kassa, account: AccountId, id: String) -> Result<Response, Failure> {
    let delivery = redeliver(&kassa, &account, &DeliveryId(id)).await?;
    Ok(Json(webhook_delivery(&delivery)).into_response())
}
