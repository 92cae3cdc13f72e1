//! `GET /api/orders?recipient=&query=`

use axum::Json;
use axum::extract::State;
use kassa_wire::RecipientId;
use kassa_wire::merchant::{List, Order};
use kassa_wire::problem::{FieldCode, ProblemCode};

use crate::domain::{Account, Recipient};
use crate::http::extract::{Merchant, Query, Read, Wanted, list};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::store;
use crate::views::merchant_order;

refusals!(ListRefusals: MERCHANT, InvalidField, InvalidCursor, UnknownRecipient);

/// The account's orders whose number or description holds the query, by number. With a recipient only those that it can take.
#[utoipa::path(
    get, path = "/api/orders", tag = "Orders", security(("api_key" = [])),
    params(
        ("recipient" = Option<RecipientId>, Query, description = "Whose country and currency the orders have to have."),
        ("query" = Option<String>, Query, description = "Part of a number or a description.", max_length = 200),
        ("cursor" = Option<String>, Query, description = "The `next_cursor` of the page before.", max_length = 200),
        ("limit" = Option<u32>, Query, description = "How many rows a page has at the most; 100 where it is not said.", minimum = 1, maximum = 100),
    ),
    responses((status = 200, description = "By number.", body = List<Order>), ListRefusals),
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
    let page = Wanted::read(&query, "orders")?;
    let wanted = store::ListOrders {
        account: account.id,
        recipient,
        query: query.get("query").unwrap_or_default().to_owned(),
        after: page.after,
        most: page.most,
    };
    let found = state.kassa.store.list_orders(&wanted).await?;
    let id = |order: &crate::domain::Order| order.number.to_string();
    Ok(Json(list(&found, "orders", (merchant_order, id))))
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
