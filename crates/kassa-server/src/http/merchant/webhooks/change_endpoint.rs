//! `PATCH /api/webhooks/endpoints/{id}`

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use kassa_wire::problem::FieldCode;
use kassa_wire::webhook::{PatchWebhookEndpoint, WebhookEndpoint};
use serde_json::{Map, Value};

use super::request;
use crate::domain::EndpointId;
use crate::http::extract::{Admin, Fields, Merchant, Object};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::views::webhook_endpoint;
use crate::webhooks::{ChangeEndpoint, EndpointSwitch, change_endpoint};

refusals!(ChangeRefusals: MERCHANT + BODY, WebhookNotFound, EndpointFixed);

/// Changes where an endpoint is, what it hears of, or whether it hears at all. What waits for an
/// endpoint that is disabled is parked.
#[utoipa::path(
    patch, path = "/api/webhooks/endpoints/{id}", tag = "Webhooks", security(("api_key" = [])),
    operation_id = "change_webhook_endpoint",
    params(("id" = String, Path, description = "The endpoint.")),
    request_body = PatchWebhookEndpoint,
    responses((status = 200, description = "The endpoint as it is now.", body = WebhookEndpoint), ChangeRefusals),
)]
pub(super) async fn change(
    State(state): State<HttpState>,
    merchant: Merchant<Admin>,
    path: Result<Path<String>, PathRejection>,
    Object(body): Object,
) -> Result<Json<WebhookEndpoint>, Failure> {
    let id = EndpointId(request::id(path)?);
    let change = read(&body)?;
    let changed = change_endpoint(&state.webhooks, &merchant.account.id, &id, change).await?;
    Ok(Json(webhook_endpoint(&changed)))
}

fn read(body: &Map<String, Value>) -> Result<ChangeEndpoint, Failure> {
    let mut fields = Fields::of(body);
    let change = ChangeEndpoint {
        url: fields.text("url", request::MAX_URL),
        kinds: request::kinds(&mut fields),
        switch: fields.parsed("state", FieldCode::UnknownOption, switch),
    };
    fields.failure().map_or(Ok(change), Err)
}

fn switch(word: &str) -> Option<EndpointSwitch> {
    match word {
        "enabled" => Some(EndpointSwitch::Enable),
        "disabled" => Some(EndpointSwitch::Disable),
        _ => None,
    }
}
