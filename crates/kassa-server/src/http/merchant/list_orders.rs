//! `GET /api/orders?recipient=&query=`

use axum::Json;
use axum::extract::State;
use kassa_wire::RecipientId;
use kassa_wire::merchant::{List, Order};
use kassa_wire::problem::{FieldCode, ProblemCode};

use crate::domain::{Account, Recipient};
use crate::http::extract::{Merchant, Query, Read};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::views::merchant_order;

refusals!(ListOrders: MERCHANT, InvalidField, UnknownRecipient);

/// The account's orders whose number or description holds the query, by number; at most a
/// hundred. With a recipient only those that it can take.
#[utoipa::path(
    get, path = "/api/orders", tag = "Orders", security(("api_key" = [])),
    params(
        ("recipient" = Option<RecipientId>, Query, description = "Whose country and currency the orders have to have."),
        ("query" = Option<String>, Query, description = "Part of a number or a description.", max_length = 200),
    ),
    responses((status = 200, description = "By number.", body = List<Order>), ListOrders),
)]
pub(super) async fn list_orders(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    query: Query,
) -> Result<Json<List<Order>>, Failure> {
    let account = merchant.account;
    let recipient = match query.get("recipient") {
        Some(id) => Some(read_recipient(&state, &account, id).await?),
        None => None,
    };
    let text = query.get("query").unwrap_or_default();
    let found = state
        .kassa
        .store
        .orders(&account.id, recipient.as_ref(), text)
        .await?;
    Ok(Json(List {
        data: found.iter().map(merchant_order).collect(),
    }))
}

async fn read_recipient(
    state: &HttpState,
    account: &Account,
    id: &str,
) -> Result<Recipient, Failure> {
    let unknown = |code| {
        let detail = "No recipient of this account has this id.";
        Failure::new(ProblemCode::UnknownRecipient, detail).blaming("recipient", code)
    };
    let id: RecipientId = id
        .parse()
        .map_err(|_| unknown(FieldCode::InvalidRecipientId))?;
    let found = state.kassa.store.recipient(&account.id, &id).await?;
    found.ok_or_else(|| unknown(FieldCode::Unknown))
}
