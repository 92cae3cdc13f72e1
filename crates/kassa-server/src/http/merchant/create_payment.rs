//! `POST /api/sessions/{id}/payment`

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kassa_wire::SessionId;
use kassa_wire::merchant::Payment;

use super::read_session::of_account;
use crate::domain::AttemptId;
use crate::http::extract::{MaybeObject, Merchant, Payments, SessionPath};
use crate::http::once::{Asked, MerchantKey, Subject, once_or_again};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::{self, CreatePayment, CreatePaymentError, Kassa, announced_attempt};
use crate::views::merchant_payment;

refusals!(
    CreatePaymentRefusals: MERCHANT + BODY + ONCE,
    SessionNotFound, SessionExpired, PaymentNotAnnounced, PaymentCreated,
);

/// Creates the payment that the payer announced: for sessions with `payment_creation: merchant`,
/// once. The answer is the payment as it stands then: taken, reserved, refused, waiting for the
/// payer elsewhere, or under way.
#[utoipa::path(
    post, path = "/api/sessions/{id}/payment", tag = "Payments", security(("api_key" = [])),
    params(
        ("id" = SessionId, Path, description = "The session."),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key and body get the first answer again, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[!-~]+$"),
    ),
    responses(
        (
            status = 201, description = "The payment.", body = Payment,
            headers(("Location" = String, description = "Where the payment is read.")),
        ),
        CreatePaymentRefusals,
    ),
)]
pub(super) async fn create_payment(
    State(state): State<HttpState>,
    merchant: Merchant<Payments>,
    SessionPath(id): SessionPath,
    key: MerchantKey,
    MaybeObject(body): MaybeObject,
) -> Result<Response, Failure> {
    let checkout = of_account(&state.kassa, &merchant.account, &id).await?;
    let asked = Asked {
        account: &merchant.account.id,
        key,
        what: format!("POST /api/sessions/{}/payment", id.as_str()),
        body: &body,
    };
    let announced = announced_attempt(&checkout);
    let subject = announced
        .as_ref()
        .map_or_else(|_| String::new(), |id| id.0.clone());
    let kassa = state.kassa.clone();
    once_or_again(&state, asked, subject, |subject| {
        create(kassa, announced.err(), subject)
    })
    .await
}

/// A request that was begun before goes on with what was announced then.
async fn create(
    kassa: Kassa,
    refused: Option<CreatePaymentError>,
    subject: Subject,
) -> Result<Response, Failure> {
    match refused {
        Some(refused) if !subject.again => return Err(refused.into()),
        Some(_) | None => {}
    }
    let request = CreatePayment {
        attempt: AttemptId(subject.id),
        again: subject.again,
    };
    let payment = payments::create_payment(&kassa, request).await?;
    let location = format!("/api/payments/{}", payment.payment.reference);
    let answer = merchant_payment(&payment, &[]);
    let location = [(header::LOCATION, location)];
    Ok((StatusCode::CREATED, location, Json(answer)).into_response())
}
