//! `POST /api/checkout/{id}/payment`

use axum::extract::State;
use axum::response::Response;
use kassa_wire::problem::FieldCode;
use kassa_wire::request::PostPayment;
use kassa_wire::state::MethodKind;
use kassa_wire::view::SessionView;
use kassa_wire::{AttemptKey, SessionId};
use serde_json::{Map, Value};

use super::answer::{ViewQuery, Wanted, answer};
use crate::domain::CardTokenText;
use crate::http::extract::{Fields, IdempotencyKey, Object, SessionPath};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::{self, Pay, PayWith};

refusals!(
    PayRefusals: PAYER + BODY,
    IdempotencyKeyRequired, IdempotencyKeyReused, MethodNotOffered, InvalidToken,
    PayerNotConfirmed, SessionExpired, SessionCancelled, SessionComplete, PaymentInProgress,
    OrderPaid, SessionLocked,
);

/// Longer than any processor's token.
const TOKEN_MAX: usize = 512;

/// Pays. The answer is the session as it stands then: paid, refused with a reason, waiting for
/// the payer elsewhere, or under way.
#[utoipa::path(
    post, path = "/api/checkout/{id}/payment", tag = "Checkout", request_body = PostPayment,
    params(
        ("id" = SessionId, Path, description = "The session."), ViewQuery,
        ("Idempotency-Key" = AttemptKey, Header, description = "One press of Pay. The same key never charges twice."),
    ),
    responses((status = 200, description = "The session as its payer may see it.", body = SessionView, headers(("ETag" = String, description = "The version that `If-Match` wants, in quotation marks."))), PayRefusals),
)]
pub(super) async fn pay(
    State(state): State<HttpState>,
    SessionPath(session): SessionPath,
    wanted: Wanted,
    IdempotencyKey(key): IdempotencyKey,
    Object(body): Object,
) -> Result<Response, Failure> {
    let method = read_method(&body)?;
    let checkout = payments::pay(
        &state.kassa,
        Pay {
            session,
            key,
            method,
        },
    )
    .await?;
    Ok(answer(&state, &checkout, &wanted))
}

fn read_method(body: &Map<String, Value>) -> Result<PayWith, Failure> {
    let mut fields = Fields::of(body);
    let kind = fields.parsed("method", FieldCode::UnknownOption, |text| match text {
        "card" => Some(MethodKind::Card),
        "bank_transfer" => Some(MethodKind::BankTransfer),
        "wallet" => Some(MethodKind::Wallet),
        _ => None,
    });
    let method = match fields.required("method", kind) {
        Some(MethodKind::Card) => read_token(&mut fields).map(PayWith::Card),
        Some(MethodKind::BankTransfer) => Some(PayWith::BankTransfer),
        Some(MethodKind::Wallet) => Some(PayWith::Wallet),
        None => None,
    };
    method.ok_or_else(|| fields.failure().unwrap_or_else(Failure::internal))
}

fn read_token(fields: &mut Fields<'_>) -> Option<CardTokenText> {
    let token = fields.parsed("token", FieldCode::Invalid, |text| {
        let written = text.bytes().all(|b| b.is_ascii_graphic());
        (written && !text.is_empty() && text.len() <= TOKEN_MAX).then(|| text.to_owned())
    });
    fields.required("token", token).map(CardTokenText)
}
