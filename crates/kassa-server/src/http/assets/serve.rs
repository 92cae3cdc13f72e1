//! Answering with a file.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use kassa_wire::problem::ProblemCode;

use super::load::Asset;
use crate::http::extract::Query;
use crate::http::{Failure, HttpState};

/// A file whose name holds a hash of its content never changes under that name.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Without its version the script's address stays while its content changes with each release.
const A_WHILE: &str = "public, max-age=300";

/// A built file.
pub(super) async fn asset(
    State(state): State<HttpState>,
    path: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let name = path.map(|Path(name)| name).unwrap_or_default();
    let file = state.assets.file(&name).ok_or_else(not_built)?;
    Ok(([(header::CACHE_CONTROL, FOR_EVER)], answer(file, &headers)).into_response())
}

/// The merchants' script. Every origin may load it: a module script asks for that. Who names a
/// version gets that one, also when it is an earlier one; of a version that is not known, today's.
pub(super) async fn embed(
    State(state): State<HttpState>,
    query: Query,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let scripts = state.assets.scripts();
    let (file, kept) = match query.get("v").and_then(|it| scripts.of_version(it)) {
        Some(script) => (script, FOR_EVER),
        None => (scripts.current().ok_or_else(not_built)?, A_WHILE),
    };
    let open = [
        (header::CACHE_CONTROL, kept),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (
            header::HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ),
    ];
    Ok((open, answer(file, &headers)).into_response())
}

fn answer(file: &Asset, headers: &HeaderMap) -> Response {
    let common = [
        (header::CONTENT_TYPE, file.kind),
        (header::VARY, "accept-encoding"),
    ];
    match &file.brotli {
        Some(brotli) if takes_brotli(headers) => {
            (common, [(header::CONTENT_ENCODING, "br")], brotli.clone()).into_response()
        }
        Some(_) | None => (common, file.plain.clone()).into_response(),
    }
}

fn takes_brotli(headers: &HeaderMap) -> bool {
    let wishes = headers.get_all(header::ACCEPT_ENCODING).iter();
    let mut wishes = wishes
        .filter_map(|value| value.to_str().ok())
        .flat_map(|text| text.split(','));
    wishes.any(|wish| {
        let (coding, weight) = wish.split_once(';').unwrap_or((wish, "q=1"));
        let refused = matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
        coding.trim().eq_ignore_ascii_case("br") && !refused
    })
}

fn not_built() -> Failure {
    Failure::new(ProblemCode::NotFound, "There is no such file.")
}
