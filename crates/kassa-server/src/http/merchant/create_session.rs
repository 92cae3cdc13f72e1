//! `POST /api/sessions`

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};
use kassa_wire::merchant::{PostSession, Session};

use super::session_request::read_request;
use crate::http::extract::{Merchant, Object, Sessions};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::open_session;
use crate::views::merchant_session;

refusals!(
    CreateSession: MERCHANT + BODY,
    UnknownRecipient, UnknownOrder, OrderPaid, CountryMismatch, CurrencyMismatch,
);

/// What a made session is answered with.
type Created = (StatusCode, [(HeaderName, String); 1], Json<Session>);

/// Makes a session: 201 with its id and link.
#[utoipa::path(
    post, path = "/api/sessions", tag = "Sessions", security(("api_key" = [])),
    request_body = PostSession,
    responses(
        (
            status = 201, description = "The session.", body = Session,
            headers(("Location" = String, description = "Where the session is read.")),
        ),
        CreateSession,
    ),
)]
pub(super) async fn create_session(
    State(state): State<HttpState>,
    merchant: Merchant<Sessions>,
    Object(body): Object,
) -> Result<Created, Failure> {
    let request = read_request(&body)?;
    let session = open_session(&state.kassa, &merchant.account, request).await?;
    let location = format!("/api/sessions/{}", session.id.as_str());
    let answer = merchant_session(&session, state.kassa.session_url(&session.id).0, None);
    Ok((
        StatusCode::CREATED,
        [(header::LOCATION, location)],
        Json(answer),
    ))
}
