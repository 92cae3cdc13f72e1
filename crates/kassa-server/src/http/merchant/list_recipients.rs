//! `GET /api/recipients?query=`

use axum::Json;
use axum::extract::State;
use kassa_wire::merchant::{List, Recipient};

use crate::http::extract::{Merchant, Query, Read};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::views::merchant_recipient;

refusals!(ListRecipients: MERCHANT, InvalidField);

/// The account's recipients whose name or id holds the query, by name; at most a hundred.
#[utoipa::path(
    get, path = "/api/recipients", tag = "Recipients", security(("api_key" = [])),
    params(("query" = Option<String>, Query, description = "Part of a name or an id.", max_length = 200)),
    responses((status = 200, description = "By name.", body = List<Recipient>), ListRecipients),
)]
pub(super) async fn list_recipients(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    query: Query,
) -> Result<Json<List<Recipient>>, Failure> {
    let text = query.get("query").unwrap_or_default();
    let found = state
        .kassa
        .store
        .recipients(&merchant.account.id, text)
        .await?;
    Ok(Json(List {
        data: found.iter().map(merchant_recipient).collect(),
    }))
}
