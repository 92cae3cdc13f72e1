//! `GET /api/docs/{file}`: Swagger UI's own files, which are inside this program.

use std::sync::Arc;

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kassa_wire::problem::ProblemCode;
use utoipa_swagger_ui::Config;

use crate::http::Failure;

/// What the page asks for; the rest of what Swagger UI brings stays unserved.
const FILES: [&str; 3] = [
    "swagger-ui.css",
    "swagger-ui-bundle.js",
    "favicon-32x32.png",
];

const START: &str = include_str!("start.js");

/// One of the page's files.
pub(super) async fn file(path: Result<Path<String>, PathRejection>) -> Result<Response, Failure> {
    let name = path.map(|Path(name)| name).unwrap_or_default();
    if name == "start.js" {
        let kind = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
        return Ok((kind, START).into_response());
    }
    let name = FILES.into_iter().find(|file| *file == name);
    let name = name.ok_or_else(not_there)?;
    let file = utoipa_swagger_ui::serve(name, Arc::new(Config::default()));
    let file = file.ok().flatten().ok_or_else(not_there)?;
    let mut headers = HeaderMap::new();
    let kind = HeaderValue::from_str(&file.content_type).map_err(|_| Failure::internal())?;
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=3600"),
    );
    if file.gzpipped {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    Ok((headers, file.bytes.into_owned()).into_response())
}

fn not_there() -> Failure {
    Failure::new(ProblemCode::NotFound, "There is no such file.")
}
