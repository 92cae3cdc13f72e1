//! `GET /api/payments/{reference}`

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use kassa_wire::PaymentReference;
use kassa_wire::merchant::Payment;
use kassa_wire::problem::ProblemCode;

use crate::http::extract::Merchant;
use crate::http::{Failure, HttpState};
use crate::views::merchant_payment;

/// A payment of the account with every attempt; another account's is not there.
pub(super) async fn read_payment(
    State(state): State<HttpState>,
    Merchant(account): Merchant,
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
        .merchant_payment(&account.id, &reference)
        .await?;
    let found = found.ok_or_else(unknown)?;
    Ok(Json(merchant_payment(
        &found.payment,
        &found.session,
        &found.attempts,
    )))
}
