//! `PUT /api/checkout/{id}/discounts`

use axum::extract::State;
use axum::response::Response;
use kassa_wire::SessionId;
use kassa_wire::request::PutDiscounts;
use kassa_wire::view::SessionView;

use super::answer::{ViewQuery, Wanted, answer};
use crate::http::extract::{Fields, IfMatch, Object, SessionPath};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::{self, Choice, Choose};

refusals!(
    DiscountsRefusals: PAYER + BODY,
    VersionRequired, VersionStale, SessionExpired, SessionCancelled, SessionComplete,
    PaymentInProgress, SessionLocked,
);

/// How many codes one payer may give.
const CODES_MAX: usize = 10;

/// Gives all codes that are to count. The answer has the new total.
#[utoipa::path(
    put, path = "/api/checkout/{id}/discounts", tag = "Checkout", request_body = PutDiscounts,
    params(
        ("id" = SessionId, Path, description = "The session."), ViewQuery,
        ("If-Match" = String, Header, description = "The version that the payer has seen, as `ETag` gave it.", example = "\"7\""),
    ),
    responses((status = 200, description = "The session as its payer may see it.", body = SessionView, headers(("ETag" = String, description = "The version that `If-Match` wants, in quotation marks."))), DiscountsRefusals),
)]
pub(super) async fn put_discounts(
    State(state): State<HttpState>,
    SessionPath(session): SessionPath,
    wanted: Wanted,
    IfMatch(version): IfMatch,
    Object(body): Object,
) -> Result<Response, Failure> {
    let mut fields = Fields::of(&body);
    let codes = fields.texts("codes", CODES_MAX, 64);
    let codes = fields.required("codes", codes);
    let Some(codes) = codes else {
        return Err(fields.failure().unwrap_or_else(Failure::internal));
    };
    let request = Choose {
        session,
        version,
        choice: Choice::Discounts(codes),
    };
    let checkout = payments::choose(&state.kassa, request).await?;
    Ok(answer(&state, &checkout, &wanted))
}
