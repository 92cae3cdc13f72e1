//! `POST /api/sessions`

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kassa_wire::SessionId;
use kassa_wire::merchant::{PostSession, Session};

use super::session_request::read_request;
use crate::domain::Account;
use crate::http::extract::{Merchant, Object, Sessions};
use crate::http::once::{Asked, MerchantKey, once};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments::{Kassa, OpenSession, draw_session_id, open_session_as};

refusals!(
    CreateSession: MERCHANT + BODY + ONCE,
    UnknownRecipient, UnknownOrder, OrderPaid, CountryMismatch, CurrencyMismatch,
);

/// Makes a session: 201 with its id and link.
#[utoipa::path(
    post, path = "/api/sessions", tag = "Sessions", security(("api_key" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "The same key and body get the first answer again, for 24 hours.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
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
    key: MerchantKey,
    Object(body): Object,
) -> Result<Response, Failure> {
    let request = read_request(&body)?;
    let account = merchant.account;
    let asked = Asked {
        account: &account.id.clone(),
        key,
        what: "POST /api/sessions".to_owned(),
        body: &body,
    };
    let id = String::from(draw_session_id(&state.kassa));
    let kassa = state.kassa.clone();
    once(&state, asked, id, |id| open(kassa, account, id, request)).await
}

async fn open(
    kassa: Kassa,
    account: Account,
    id: String,
    request: OpenSession,
) -> Result<Response, Failure> {
    let id = SessionId::try_from(id).map_err(|_| Failure::internal())?;
    let session = open_session_as(&kassa, &account, id, request).await?;
    let location = format!("/api/sessions/{}", session.id.as_str());
    let answer = kassa.merchant_view(&session, None);
    let location = [(header::LOCATION, location)];
    Ok((StatusCode::CREATED, location, Json(answer)).into_response())
}
