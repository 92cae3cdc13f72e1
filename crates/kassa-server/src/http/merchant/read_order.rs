//! `GET /api/orders/{number}`

use axum::Json;
use axum::extract::State;
use kassa_wire::OrderNumber;
use kassa_wire::merchant::Order;

use crate::http::extract::{Merchant, NamedPath, Read, missing};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::views::merchant_order;

refusals!(ReadRefusals: MERCHANT, OrderNotFound);

/// An order of the account; another account's is not there.
#[utoipa::path(
    get, path = "/api/orders/{number}", tag = "Orders", security(("api_key" = [])),
    params(("number" = OrderNumber, Path, description = "The order.")),
    responses((status = 200, description = "The order.", body = Order), ReadRefusals),
)]
pub(super) async fn read_order(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    NamedPath(number): NamedPath<OrderNumber>,
) -> Result<Json<Order>, Failure> {
    let found = state
        .kassa
        .store
        .order(&merchant.account.id, &number)
        .await?;
    let found = found.ok_or_else(missing::<OrderNumber>)?;
    Ok(Json(merchant_order(&found)))
}
