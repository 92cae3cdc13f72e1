//! `GET /api/catalogues/{locale}`

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderName, header};
use kassa_wire::page::Texts;
use kassa_wire::problem::ProblemCode;

use crate::http::extract::Query;
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::words::{Locale, Words};

/// What another version would have another address for.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Without its version an address stays while its texts change with each release.
const A_WHILE: &str = "public, max-age=300";

refusals!(CatalogueRefusals: PUBLIC, NotFound, InvalidField);

/// What a page's program needs of a language: its sentences in the order of the widget's keys, and
/// the world's countries. Under the version that a page names they never change.
#[utoipa::path(
    get, path = "/api/catalogues/{locale}", tag = "Checkout",
    params(
        ("locale" = String, Path, description = "BCP 47.", example = "en"),
        ("v" = Option<String>, Query, description = "The version that a page named."),
    ),
    responses(
        (status = 200, description = "The sentences and the countries.", body = Texts),
        CatalogueRefusals,
    ),
)]
pub(super) async fn catalogue(
    State(state): State<HttpState>,
    path: Result<Path<String>, PathRejection>,
    query: Query,
) -> Result<([(HeaderName, &'static str); 1], Json<Texts>), Failure> {
    let locale = path.ok().and_then(|Path(code)| Locale::speaking(&code));
    let locale = locale.ok_or_else(|| {
        Failure::new(
            ProblemCode::NotFound,
            "There is no catalogue of this language.",
        )
    })?;
    let words = &state.kassa.words;
    let lasting = query.get("v") == Some(words.version(locale));
    let kept = if lasting { FOR_EVER } else { A_WHILE };
    Ok(([(header::CACHE_CONTROL, kept)], Json(words.texts(locale))))
}

/// Where a page finds its language's texts.
pub(crate) fn texts_address(words: &Words, locale: Locale) -> String {
    let (code, version) = (locale.code(), words.version(locale));
    format!("/api/catalogues/{code}?v={version}")
}
