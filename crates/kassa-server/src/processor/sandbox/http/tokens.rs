//! `POST /sandbox/tokens`: a card becomes a token. The only place that reads card numbers.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kassa_wire::problem::{FieldProblem, ProblemCode};
use kassa_wire::request::CardDetails;

use super::super::Sandbox;
use super::super::gateway::TokenRefusal;
use super::answer::{problem, trouble};

/// Reads a card; answers its token, or for each field what is wrong with it. What cannot be read
/// is not repeated in the answer.
pub(super) async fn post(
    State(sandbox): State<Sandbox>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !is_json(&headers) {
        let (status, code) = (
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            ProblemCode::UnsupportedMediaType,
        );
        return problem(&sandbox, status, code, "Send application/json.", Vec::new());
    }
    let Ok(card) = serde_json::from_slice::<CardDetails>(&body) else {
        let detail = "The body is not a card as JSON.";
        let code = ProblemCode::MalformedRequest;
        return problem(&sandbox, StatusCode::BAD_REQUEST, code, detail, Vec::new());
    };
    match sandbox.tokenise(&card).await {
        Ok(token) => (
            StatusCode::CREATED,
            [(header::CACHE_CONTROL, "no-store")],
            Json(token),
        )
            .into_response(),
        Err(TokenRefusal::Invalid(errors)) => refused(&sandbox, errors),
        Err(TokenRefusal::Ledger(error)) => trouble(&sandbox, &error),
    }
}

fn refused(sandbox: &Sandbox, errors: Vec<FieldProblem>) -> Response {
    let detail = "Some fields of the card cannot be taken.";
    let code = ProblemCode::InvalidField;
    problem(
        sandbox,
        StatusCode::UNPROCESSABLE_ENTITY,
        code,
        detail,
        errors,
    )
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let kind = kind
        .and_then(|kind| kind.split(';').next())
        .unwrap_or_default();
    kind.trim().eq_ignore_ascii_case("application/json")
}
