//! `GET /api/recipients/{id}`

use axum::Json;
use axum::extract::State;
use kassa_wire::RecipientId;
use kassa_wire::merchant::Recipient;

use crate::http::extract::{Merchant, NamedPath, Read, missing};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::views::merchant_recipient;

refusals!(ReadRefusals: MERCHANT, RecipientNotFound);

/// A recipient of the account; another account's is not there.
#[utoipa::path(
    get, path = "/api/recipients/{id}", tag = "Recipients", security(("api_key" = [])),
    params(("id" = RecipientId, Path, description = "The recipient.")),
    responses((status = 200, description = "The recipient.", body = Recipient), ReadRefusals),
)]
pub(super) async fn read_recipient(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    NamedPath(id): NamedPath<RecipientId>,
) -> Result<Json<Recipient>, Failure> {
    let found = state
        .kassa
        .store
        .recipient(&merchant.account.id, &id)
        .await?;
    let found = found.ok_or_else(missing::<RecipientId>)?;
    Ok(Json(merchant_recipient(&found)))
}
