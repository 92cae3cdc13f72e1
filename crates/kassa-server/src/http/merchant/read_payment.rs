//! `GET /api/payments/{reference}`

use axum::Json;
use axum::extract::State;
use kassa_wire::PaymentReference;
use kassa_wire::merchant::Payment;

use crate::http::extract::{Merchant, NamedPath, Read, missing};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::views::merchant_payment;

refusals!(ReadPayment: MERCHANT, PaymentNotFound);

/// A payment of the account with every attempt, capture, void and refund; another account's is not
/// there.
#[utoipa::path(
    get, path = "/api/payments/{reference}", tag = "Payments", security(("api_key" = [])),
    params(("reference" = PaymentReference, Path, description = "The payment.")),
    responses((status = 200, description = "The payment.", body = Payment), ReadPayment),
)]
pub(super) async fn read_payment(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    NamedPath(reference): NamedPath<PaymentReference>,
) -> Result<Json<Payment>, Failure> {
    let store = &state.kassa.store;
    let found = store.merchant_payment(&merchant.account.id, &reference);
    let found = found.await?.ok_or_else(missing::<PaymentReference>)?;
    let operations = store.operations_of(&reference).await?;
    Ok(Json(merchant_payment(&found, &operations)))
}
