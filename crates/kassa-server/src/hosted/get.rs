//! Reading a page.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kassa_wire::SessionId;

use super::Hosted;
use super::address::Wishes;
use super::answer::{Asked, Said};
use crate::payments::come_back;

/// `GET /v1/view/{id}/`
pub(super) async fn by_path(
    State(hosted): State<Hosted>,
    path: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let wishes = Wishes::read(query.as_deref(), &headers);
    let id = path.map(|Path(id)| id).unwrap_or_default();
    show(
        Asked {
            hosted: &hosted,
            wishes: &wishes,
        },
        id,
    )
    .await
}

/// `GET /?sid={id}`
pub(super) async fn by_query(
    State(hosted): State<Hosted>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let wishes = Wishes::read(query.as_deref(), &headers);
    let id = wishes.session.clone().unwrap_or_default();
    show(
        Asked {
            hosted: &hosted,
            wishes: &wishes,
        },
        id,
    )
    .await
}

/// `GET /v1/view/{id}`
pub(super) async fn with_slash(
    State(hosted): State<Hosted>,
    path: Result<Path<String>, PathRejection>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let wishes = Wishes::read(query.as_deref(), &headers);
    match path.ok().and_then(|Path(id)| id.parse::<SessionId>().ok()) {
        Some(id) => Redirect::permanent(&wishes.page(&id)).into_response(),
        None => {
            Asked {
                hosted: &hosted,
                wishes: &wishes,
            }
            .not_found()
            .await
        }
    }
}

/// An id that no session can have is answered like one that no session has.
async fn show(asked: Asked<'_>, id: String) -> Response {
    let Ok(id) = SessionId::try_from(id) else {
        return asked.not_found().await;
    };
    match come_back(&asked.hosted.kassa, &id).await {
        Ok(checkout) => {
            asked
                .session(StatusCode::OK, &checkout, Said::default())
                .await
        }
        Err(error) => asked.unread(&error).await,
    }
}
