//! `POST /api/payments/{reference}/void`

use axum::extract::State;
use axum::response::Response;
use kassa_wire::PaymentReference;
use kassa_wire::merchant::Operation;

use super::move_money::{Asking, move_money};
use crate::http::extract::{MaybeObject, Merchant, NamedPath, Payments};
use crate::http::once::MerchantKey;
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::Wanted;

refusals!(
    VoidRefusals: MERCHANT + BODY + ONCE,
    PaymentNotFound, PaymentWrongState, OperationInProgress,
);

/// Lets all reserved money go. What the processor refuses is a void that `failed`; without its
/// answer the void stays `initiated` and is settled later.
#[utoipa::path(
    post, path = "/api/payments/{reference}/void", tag = "Payments", security(("api_key" = [])),
    params(
        ("reference" = PaymentReference, Path, description = "The payment."),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key and body get the first answer again, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[!-~]+$"),
    ),
    responses((status = 201, description = "The void.", body = Operation), VoidRefusals),
)]
pub(super) async fn void_payment(
    State(state): State<HttpState>,
    merchant: Merchant<Payments>,
    NamedPath(payment): NamedPath<PaymentReference>,
    key: MerchantKey,
    MaybeObject(body): MaybeObject,
) -> Result<Response, Failure> {
    let asking = Asking {
        account: merchant.account.id,
        payment,
        what: "void",
        key,
        body: &body,
    };
    move_money(&state, asking, Wanted::Void).await
}
