//! `POST /api/payments/{reference}/refunds`

use axum::extract::State;
use axum::response::Response;
use kassa_wire::PaymentReference;
use kassa_wire::merchant::{Operation, PostRefund};
use serde_json::{Map, Value};

use super::move_money::{Asking, move_money, read_amount};
use crate::http::extract::{Fields, MaybeObject, Merchant, NamedPath, Payments};
use crate::http::once::MerchantKey;
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::Wanted;

/// How long a reason may be.
const REASON_MAX: usize = 500;

refusals!(
    RefundRefusals: MERCHANT + BODY + ONCE,
    PaymentNotFound, PaymentWrongState, CaptureNotFinal, AmountTooLarge, CurrencyMismatch,
);

/// Returns money that was taken: all that is left of it, or part. Refunds that begin at once never
/// return more than was taken. What the processor refuses is a refund that `failed`; without its
/// answer the refund stays `initiated` and is settled later.
#[utoipa::path(
    post, path = "/api/payments/{reference}/refunds", tag = "Payments", security(("api_key" = [])),
    params(
        ("reference" = PaymentReference, Path, description = "The payment."),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key and body get the first answer again, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[!-~]+$"),
    ),
    request_body = Option<PostRefund>,
    responses((status = 201, description = "The refund.", body = Operation), RefundRefusals),
)]
pub(super) async fn refund_payment(
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
        what: "refunds",
        key,
        body: &body,
    };
    move_money(&state, asking, wanted).await
}

fn read_wanted(body: &Map<String, Value>) -> Result<Wanted, Failure> {
    let mut fields = Fields::of(body);
    let amount = read_amount(&mut fields);
    let reason = fields.text("reason", REASON_MAX);
    match fields.failure() {
        None => Ok(Wanted::Refund { amount, reason }),
        Some(failure) => Err(failure),
    }
}
