//! `GET /api/recipients?query=`

use axum::Json;
use axum::extract::State;
use kassa_wire::merchant::{List, Recipient};

use crate::http::extract::{Merchant, Query};
use crate::http::{Failure, HttpState};
use crate::views::merchant_recipient;

/// The account's recipients whose name or id holds the query, by name; at most a hundred.
pub(super) async fn list_recipients(
    State(state): State<HttpState>,
    Merchant(account): Merchant,
    query: Query,
) -> Result<Json<List<Recipient>>, Failure> {
    let text = query.get("query").unwrap_or_default();
    let found = state.kassa.store.recipients(&account.id, text).await?;
    Ok(Json(List {
        data: found.iter().map(merchant_recipient).collect(),
    }))
}
