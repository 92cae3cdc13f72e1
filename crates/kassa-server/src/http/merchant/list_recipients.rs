//! `GET /api/recipients?query=`

use axum::Json;
use axum::extract::State;
use kassa_wire::merchant::{List, Recipient};

use crate::http::extract::{Merchant, Query, Read, Wanted, list};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::store::ListRecipients;
use crate::views::merchant_recipient;

refusals!(ListRefusals: MERCHANT, InvalidField, InvalidCursor);

/// The account's recipients whose name or id holds the query, by name.
#[utoipa::path(
    get, path = "/api/recipients", tag = "Recipients", security(("api_key" = [])),
    params(
        ("query" = Option<String>, Query, description = "Part of a name or an id.", max_length = 200),
        ("cursor" = Option<String>, Query, description = "The `next_cursor` of the page before.", max_length = 200),
        ("limit" = Option<u32>, Query, description = "How many rows a page has at the most; 100 where it is not said.", minimum = 1, maximum = 100),
    ),
    responses((status = 200, description = "By name.", body = List<Recipient>), ListRefusals),
)]
pub(super) async fn list_recipients(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    query: Query,
) -> Result<Json<List<Recipient>>, Failure> {
    let page = Wanted::read(&query, "recipients")?;
    let wanted = ListRecipients {
        account: merchant.account.id,
        query: query.get("query").unwrap_or_default().to_owned(),
        after: page.after,
        most: page.most,
    };
    let found = state.kassa.store.list_recipients(&wanted).await?;
    let id = |recipient: &crate::domain::Recipient| recipient.id.to_string();
    Ok(Json(list(&found, "recipients", (merchant_recipient, id))))
}
