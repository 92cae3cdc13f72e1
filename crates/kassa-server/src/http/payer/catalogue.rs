//! `GET /api/catalogues/{locale}`

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderName, header};
use kassa_wire::problem::ProblemCode;

use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::words::Locale;

refusals!(CatalogueRefusals: PUBLIC, NotFound);

/// A language's sentences in the order of the widget's keys.
#[utoipa::path(
    get, path = "/api/catalogues/{locale}", tag = "Checkout",
    params(("locale" = String, Path, description = "BCP 47.", example = "en")),
    responses(
        (status = 200, description = "The sentences.", body = Vec<String>),
        CatalogueRefusals,
    ),
)]
pub(super) async fn catalogue(
    State(state): State<HttpState>,
    path: Result<Path<String>, PathRejection>,
) -> Result<([(HeaderName, &'static str); 1], Json<Vec<String>>), Failure> {
    let locale = path.ok().and_then(|Path(code)| Locale::speaking(&code));
    let locale = locale.ok_or_else(|| {
        Failure::new(
            ProblemCode::NotFound,
            "There is no catalogue of this language.",
        )
    })?;
    let texts = state.kassa.words.catalogue(locale).messages().to_vec();
    Ok((
        [(header::CACHE_CONTROL, "public, max-age=300")],
        Json(texts),
    ))
}
