//! `GET /api/refunds/{id}`

use axum::Json;
use axum::extract::State;
use kassa_wire::merchant::Operation;

use crate::domain::{OperationId, OperationKind};
use crate::http::extract::{Merchant, NamedPath, Read, RefundId, missing};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::views::merchant_operation;

refusals!(ReadRefund: MERCHANT, RefundNotFound);

/// A refund of the account; another account's is not there.
#[utoipa::path(
    get, path = "/api/refunds/{id}", tag = "Payments", security(("api_key" = [])),
    params(("id" = String, Path, description = "The refund.", example = "rf_4fQ0xS7mZk2LpVbY", max_length = 64)),
    responses((status = 200, description = "The refund.", body = Operation), ReadRefund),
)]
pub(super) async fn read_refund(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    NamedPath(RefundId(id)): NamedPath<RefundId>,
) -> Result<Json<Operation>, Failure> {
    let (store, id) = (&state.kassa.store, OperationId(id));
    let found = store.merchant_operation(&merchant.account.id, &id);
    let refund = found
        .await?
        .filter(|found| found.operation.kind == OperationKind::Refund);
    let refund = refund.ok_or_else(missing::<RefundId>)?;
    Ok(Json(merchant_operation(&refund.operation)))
}
