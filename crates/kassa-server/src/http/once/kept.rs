//! From an answer to what is kept of it, and back.

use std::collections::BTreeMap;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kassa_wire::problem::Problem;

use crate::http::Failure;
use crate::store::KeptAnswer;

/// Longer than any answer to a POST.
const MAX: usize = 1024 * 1024;

const HEADERS: [HeaderName; 3] = [header::CONTENT_TYPE, header::LOCATION, header::ETAG];

/// Says that an answer was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// What is kept of a success, and the success itself.
pub(super) async fn of_success(response: Response) -> Result<(KeptAnswer, Response), Failure> {
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, MAX).await.map_err(|_| Failure::internal())?;
    let text = str::from_utf8(&body).map_err(|_| Failure::internal())?;
    let kept = KeptAnswer {
        status: parts.status.as_u16(),
        headers: HEADERS
            .iter()
            .filter_map(|name| {
                let value = parts.headers.get(name)?.to_str().ok()?;
                Some((name.as_str().to_owned(), value.to_owned()))
            })
            .collect(),
        body: text.to_owned(),
    };
    Ok((kept, Response::from_parts(parts, Body::from(body))))
}

/// What is kept of a refusal. It names its request when it is answered, not when it is kept.
pub(super) fn of_refusal(failure: &Failure) -> Result<KeptAnswer, Failure> {
    let problem = failure.to_problem("");
    Ok(KeptAnswer {
        status: problem.status,
        headers: BTreeMap::new(),
        body: serde_json::to_string(&problem).map_err(|_| Failure::internal())?,
    })
}

/// The same answer again.
pub(super) fn replay(kept: &KeptAnswer) -> Result<Response, Failure> {
    let status = StatusCode::from_u16(kept.status).map_err(|_| Failure::internal())?;
    let mut response = if status.is_success() {
        (status, kept.body.clone()).into_response()
    } else {
        let problem: Problem = serde_json::from_str(&kept.body).map_err(|_| Failure::internal())?;
        let failure = Failure::new(problem.code, problem.detail);
        failure.blaming_all(problem.errors).into_response()
    };
    for (name, value) in &kept.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
        .headers_mut()
        .insert(REPLAYED, HeaderValue::from_static("true"));
    Ok(response)
}
