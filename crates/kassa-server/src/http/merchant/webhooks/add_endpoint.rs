//! `POST /api/webhooks/endpoints`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kassa_wire::AccountId;
use kassa_wire::webhook::{PostWebhookEndpoint, WebhookEndpoint};
use serde_json::{Map, Value};

use super::request;
use crate::domain::EndpointId;
use crate::http::extract::{Admin, Fields, Merchant, Object};
use crate::http::once::{Asked, MerchantKey, once};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::draw_endpoint_id;
use crate::views::webhook_endpoint_with_secret;
use crate::webhooks::{AddEndpoint, Outbox, add_endpoint};

refusals!(AddRefusals: MERCHANT + BODY + ONCE, TooManyEndpoints);

/// Adds an endpoint: 201 with its secret, which is shown this once. It hears of what happens from
/// now on.
#[utoipa::path(
    post, path = "/api/webhooks/endpoints", tag = "Webhooks", security(("api_key" = [])),
    operation_id = "add_webhook_endpoint",
    params(("Idempotency-Key" = Option<String>, Header, description = "The same key and body get the first answer again, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    request_body = PostWebhookEndpoint,
    responses((status = 201, description = "The endpoint.", body = WebhookEndpoint), AddRefusals),
)]
pub(super) async fn add(
    State(state): State<HttpState>,
    merchant: Merchant<Admin>,
    key: MerchantKey,
    Object(body): Object,
) -> Result<Response, Failure> {
    let id = draw_endpoint_id(&state.kassa);
    let request = read(&body)?;
    let account = merchant.account.id;
    let asked = Asked {
        account: &account.clone(),
        key,
        what: "POST /api/webhooks/endpoints".to_owned(),
        body: &body,
    };
    let outbox = state.webhooks.clone();
    once(&state, asked, id.0, |id| {
        answer(outbox, account, id, request)
    })
    .await
}

fn read(body: &Map<String, Value>) -> Result<AddEndpoint, Failure> {
    let mut fields = Fields::of(body);
    let url = fields.text("url", request::MAX_URL);
    let url = fields.required("url", url);
    let kinds = request::kinds(&mut fields).unwrap_or_default();
    match (fields.failure(), url) {
        (None, Some(url)) => Ok(AddEndpoint { url, kinds }),
        (Some(failure), _) => Err(failure),
        (None, None) => Err(Failure::internal()),
    }
}

async fn answer(
    outbox: Outbox,
    account: AccountId,
    id: String,
    request: AddEndpoint,
) -> Result<Response, Failure> {
    let added = add_endpoint(&outbox, &account, EndpointId(id), request).await?;
    let answer = webhook_endpoint_with_secret(&added.endpoint, &added.secret);
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}
