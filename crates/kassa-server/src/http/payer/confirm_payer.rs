//! `PUT /api/checkout/{id}/payer`

use axum::extract::State;
use axum::response::Response;
use kassa_wire::SessionId;
use kassa_wire::payer::PayerValues;
use kassa_wire::problem::FieldCode;
use kassa_wire::request::PutPayer;
use kassa_wire::view::SessionView;
use serde_json::{Map, Value};

use super::answer::{ViewQuery, Wanted, answer};
use crate::http::extract::{Fields, IfMatch, Object, SessionPath};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::{self, ConfirmPayer};

refusals!(
    ConfirmRefusals: PAYER + BODY,
    InvalidPayer, VersionRequired, VersionStale, SessionExpired, SessionCancelled,
    SessionComplete, PaymentInProgress, SessionLocked,
);

/// Confirms the payer's information, or what is wrong with it, field by field.
#[utoipa::path(
    put, path = "/api/checkout/{id}/payer", tag = "Checkout", request_body = PutPayer,
    params(
        ("id" = SessionId, Path, description = "The session."), ViewQuery,
        ("If-Match" = String, Header, description = "The version that the payer has seen, as `ETag` gave it.", example = "\"7\""),
    ),
    responses((status = 200, description = "The session as its payer may see it.", body = SessionView, headers(("ETag" = String, description = "The version that `If-Match` wants, in quotation marks."))), ConfirmRefusals),
)]
pub(super) async fn confirm_payer(
    State(state): State<HttpState>,
    SessionPath(session): SessionPath,
    wanted: Wanted,
    IfMatch(version): IfMatch,
    Object(body): Object,
) -> Result<Response, Failure> {
    let payer = read_payer(&body)?;
    let request = ConfirmPayer {
        session,
        version,
        payer,
    };
    let checkout = payments::confirm_payer(&state.kassa, request).await?;
    Ok(answer(&state, &checkout, &wanted))
}

/// An object of texts. What is in them is the form's business.
fn read_payer(body: &Map<String, Value>) -> Result<PayerValues, Failure> {
    let mut fields = Fields::of(body);
    let object = fields.object("payer");
    let mut payer = PayerValues::new();
    for (name, value) in fields.required("payer", object).into_iter().flatten() {
        match value {
            Value::String(text) => drop(payer.insert(name.clone(), text.clone())),
            Value::Null => {}
            Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                fields.blame(&format!("payer.{name}"), FieldCode::WrongType);
            }
        }
    }
    fields.failure().map_or(Ok(payer), Err)
}
