//! `GET /api/webhooks/deliveries?endpoint=&state=&cursor=&limit=`

use axum::Json;
use axum::extract::State;
use kassa_wire::AccountId;
use kassa_wire::problem::{FieldCode, ProblemCode};
use kassa_wire::webhook::{WebhookDeliveries, WebhookDeliveryState};

use crate::domain::{DeliveryId, DeliveryState, EndpointId};
use crate::http::extract::{Merchant, Query, Read};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::store::DeliveryList;
use crate::views::webhook_delivery;
use crate::webhooks::list_deliveries;

/// How many deliveries a page has, unless fewer are asked for.
const MOST: u32 = 100;

refusals!(ListDeliveries: MERCHANT, InvalidField);

/// The account's deliveries, newest first, at most a hundred at once.
#[utoipa::path(
    get, path = "/api/webhooks/deliveries", tag = "Webhooks", security(("api_key" = [])),
    operation_id = "list_webhook_deliveries",
    params(
        ("endpoint" = Option<String>, Query, description = "To this endpoint only.", max_length = 200),
        ("state" = Option<WebhookDeliveryState>, Query, description = "In this state only."),
        ("cursor" = Option<String>, Query, description = "Where the page before ended.", max_length = 200),
        ("limit" = Option<u32>, Query, description = "How many at the most.", minimum = 1, maximum = 100),
    ),
    responses((status = 200, description = "Newest first.", body = WebhookDeliveries), ListDeliveries),
)]
pub(super) async fn list(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    query: Query,
) -> Result<Json<WebhookDeliveries>, Failure> {
    let list = read(merchant.account.id, &query)?;
    let page = list_deliveries(&state.kassa, &list).await?;
    let end = page.rows.last().filter(|_| page.more);
    Ok(Json(WebhookDeliveries {
        next_cursor: end.map(|delivery| delivery.id.0.clone()),
        data: page.rows.iter().map(webhook_delivery).collect(),
    }))
}

fn read(account: AccountId, query: &Query) -> Result<DeliveryList, Failure> {
    let wrong = |name, code| {
        let detail = "A query parameter cannot be taken.";
        Failure::new(ProblemCode::InvalidField, detail).blaming(name, code)
    };
    let state = query.get("state").map(|word| {
        DeliveryState::of_word(word).ok_or_else(|| wrong("state", FieldCode::UnknownOption))
    });
    let most = query.get("limit").map(|text| {
        let most = text.parse().ok().filter(|most| (1..=MOST).contains(most));
        most.ok_or_else(|| wrong("limit", FieldCode::Invalid))
    });
    Ok(DeliveryList {
        account,
        endpoint: query.get("endpoint").map(|id| EndpointId(id.to_owned())),
        state: state.transpose()?,
        before: query.get("cursor").map(|id| DeliveryId(id.to_owned())),
        most: most.transpose()?.unwrap_or(MOST),
    })
}
