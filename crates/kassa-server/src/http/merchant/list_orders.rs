//! `GET /api/orders?recipient=&query=`

use axum::Json;
use axum::extract::State;
use kassa_wire::RecipientId;
use kassa_wire::merchant::{List, Order};
use kassa_wire::problem::{FieldCode, ProblemCode};

use crate::domain::{Account, Recipient};
use crate::http::extract::{Merchant, Query};
use crate::http::{Failure, HttpState};
use crate::views::merchant_order;

/// The account's orders whose number or description holds the query, by number; at most a
/// hundred. With a recipient only those that it can take.
pub(super) async fn list_orders(
    State(state): State<HttpState>,
    Merchant(account): Merchant,
    query: Query,
) -> Result<Json<List<Order>>, Failure> {
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
