//! What the page's own forms send where no program takes them.

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kassa_wire::SessionId;

use super::address::Wishes;
use super::answer::{Asked, Said, see};
use super::intent::{Intent, Sent};
use super::{Hosted, choose, confirm, language, pay};
use crate::payments::{CancelError, ReadCheckoutError, ask_for_link, cancel, read_checkout};

/// `POST /v1/view/{id}/`
pub(super) async fn post(
    State(hosted): State<Hosted>,
    path: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let wishes = Wishes::read(query.as_deref(), &headers);
    let asked = Asked {
        hosted: &hosted,
        wishes: &wishes,
    };
    let Some(id) = path.ok().and_then(|Path(id)| id.parse::<SessionId>().ok()) else {
        return asked.not_found().await;
    };
    if !is_form(&headers) {
        return asked.troubled(StatusCode::UNSUPPORTED_MEDIA_TYPE).await;
    }
    match body {
        Ok(body) => take(asked, &id, Sent::read(&body)).await,
        Err(rejection) => asked.troubled(rejection.into_response().status()).await,
    }
}

async fn take(asked: Asked<'_>, id: &SessionId, sent: Sent) -> Response {
    match sent.intent {
        Some(Intent::Confirm) => confirm::confirm(asked, id, sent).await,
        Some(Intent::Change) => see(&asked.wishes.form(id)),
        Some(Intent::Pay) => pay::pay(asked, id, &sent).await,
        Some(Intent::Shipping | Intent::Discount | Intent::DiscountRemove) => {
            choose::choose(asked, id, sent).await
        }
        Some(Intent::Cancel) => call_off(asked, id).await,
        Some(Intent::Link) => ask(asked, id).await,
        Some(Intent::Language | Intent::Fields) => language::language(asked, id, sent).await,
        None => refuse(asked, id, StatusCode::UNPROCESSABLE_ENTITY, Said::default()).await,
    }
}

/// A session that cannot be called off any more shows where it stands.
async fn call_off(asked: Asked<'_>, id: &SessionId) -> Response {
    match cancel(&asked.hosted.kassa, id).await {
        Ok(_) | Err(CancelError::Refused(_)) => see(&asked.wishes.page(id)),
        Err(CancelError::NotFound) => asked.not_found().await,
        Err(CancelError::Payment(_)) => asked.trouble().await,
        Err(CancelError::Store(error)) => asked.unread(&ReadCheckoutError::Store(error)).await,
    }
}

/// The page says that the merchant was told.
async fn ask(asked: Asked<'_>, id: &SessionId) -> Response {
    match ask_for_link(&asked.hosted.kassa, id).await {
        Ok(_) => see(&asked.wishes.page(id)),
        Err(error) => asked.unread(&error).await,
    }
}

/// The page again, with what was typed and what is to be said of it.
pub(super) async fn refuse(
    asked: Asked<'_>,
    id: &SessionId,
    status: StatusCode,
    said: Said,
) -> Response {
    match read_checkout(&asked.hosted.kassa, id).await {
        Ok(checkout) => asked.session(status, &checkout, said).await,
        Err(error) => asked.unread(&error).await,
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let kind = kind
        .and_then(|kind| kind.split(';').next())
        .unwrap_or_default();
    kind.trim()
        .eq_ignore_ascii_case("application/x-www-form-urlencoded")
}
