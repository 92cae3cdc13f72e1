//! `POST /api/payments/{reference}/capture`

use axum::extract::State;
use axum::response::Response;
use kassa_wire::PaymentReference;
use kassa_wire::merchant::{Operation, PostCapture};
use serde_json::{Map, Value};

use super::move_money::{Asking, move_money, read_amount};
use crate::domain::Finality;
use crate::http::extract::{Fields, MaybeObject, Merchant, NamedPath, Payments};
use crate::http::once::MerchantKey;
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::Wanted;

refusals!(
    CaptureRefusals: MERCHANT + BODY + ONCE,
    PaymentNotFound, PaymentWrongState, OperationInProgress, AmountTooLarge, CurrencyMismatch,
);

/// Takes reserved money: all that is left of it, or part. What the processor refuses is a capture
/// that `failed`; without its answer the capture stays `initiated` and is settled later.
#[utoipa::path(
    post, path = "/api/payments/{reference}/capture", tag = "Payments", security(("api_key" = [])),
    params(
        ("reference" = PaymentReference, Path, description = "The payment."),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key and body get the first answer again, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[!-~]+$"),
    ),
    request_body = Option<PostCapture>,
    responses((status = 201, description = "The capture.", body = Operation), CaptureRefusals),
)]
pub(super) async fn capture_payment(
    State(state): State<HttpState>,
    merchant: Merchant<Payments>,
    NamedPath(payment): NamedPath<PaymentReference>,
    key: MerchantKey,
    MaybeObject(body): MaybeObject,
) -> Result<Response, Failure> {
    let wanted = read_wanted(&body)?;
    let asking = Asking {
        account: merchant.account.id,
        payment,
        what: "capture",
        key,
        body: &body,
    };
    move_money(&state, asking, wanted).await
}

fn read_wanted(body: &Map<String, Value>) -> Result<Wanted, Failure> {
    let mut fields = Fields::of(body);
    let amount = read_amount(&mut fields);
    let finality = match fields.truth("final") {
        Some(true) => Finality::Final,
        Some(false) | None => Finality::More,
    };
    match fields.failure() {
        None => Ok(Wanted::Capture { amount, finality }),
        Some(failure) => Err(failure),
    }
}
