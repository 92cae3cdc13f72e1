//! `PUT /api/checkout/{id}/shipping`

use axum::extract::State;
use axum::response::Response;
use kassa_wire::SessionId;
use kassa_wire::request::PutShipping;
use kassa_wire::view::SessionView;

use super::answer::{ViewQuery, Wanted, answer};
use crate::http::extract::{Fields, IfMatch, Object, SessionPath};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::{self, Choice, Choose};

refusals!(
    ShippingRefusals: PAYER + BODY,
    VersionRequired, VersionStale, SessionExpired, SessionCancelled, SessionComplete,
    PaymentInProgress, SessionLocked,
);

/// Chooses how it is sent. The answer has the new total.
#[utoipa::path(
    put, path = "/api/checkout/{id}/shipping", tag = "Checkout", request_body = PutShipping,
    params(
        ("id" = SessionId, Path, description = "The session."), ViewQuery,
        ("If-Match" = String, Header, description = "The version that the payer has seen, as `ETag` gave it.", example = "\"7\""),
    ),
    responses((status = 200, description = "The session as its payer may see it.", body = SessionView, headers(("ETag" = String, description = "The version that `If-Match` wants, in quotation marks."))), ShippingRefusals),
)]
pub(super) async fn put_shipping(
    State(state): State<HttpState>,
    SessionPath(session): SessionPath,
    wanted: Wanted,
    IfMatch(version): IfMatch,
    Object(body): Object,
) -> Result<Response, Failure> {
    let mut fields = Fields::of(&body);
    let option = fields.text("option", 64);
    let option = fields.required("option", option);
    let Some(option) = option else {
        return Err(fields.failure().unwrap_or_else(Failure::internal));
    };
    let request = Choose {
        session,
        version,
        choice: Choice::Shipping(option),
    };
    let checkout = payments::choose(&state.kassa, request).await?;
    Ok(answer(&state, &checkout, &wanted))
}
