//! `GET /api/payments/{reference}`

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use kassa_wire::PaymentReference;
use kassa_wire::merchant::Payment;
use kassa_wire::problem::ProblemCode;

use crate::http::extract::{Merchant, Read};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::views::merchant_payment;

refusals!(ReadPayment: MERCHANT, PaymentNotFound);

/// A payment of the account with every attempt; another account's is not there.
#[utoipa::path(
    get, path = "/api/payments/{reference}", tag = "Payments", security(("api_key" = [])),
    params(("reference" = PaymentReference, Path, description = "The payment.")),
    responses((status = 200, description = "The payment.", body = Payment), ReadPayment),
)]
pub(super) async fn read_payment(
    State(state): State<HttpState>,
    merchant: Merchant<Read>,
    path: Result<Path<String>, PathRejection>,
) -> Result<Json<Payment>, Failure> {
    let unknown = || {
        Failure::new(
            ProblemCode::PaymentNotFound,
            "No payment of this account has this reference.",
        )
    };
    let reference = path
        .ok()
        .and_then(|Path(text)| PaymentReference::try_from(text).ok());
    let reference = reference.ok_or_else(unknown)?;
    let found = state
        .kassa
        .store
        .merchant_payment(&merchant.account.id, &reference)
        .await?;
    let found = found.ok_or_else(unknown)?;
    Ok(Json(merchant_payment(
        &found.payment,
        &found.session,
        &found.attempts,
    )))
}
