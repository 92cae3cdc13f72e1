//! A JSON object as a body.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use kassa_wire::problem::ProblemCode;
use serde_json::{Map, Value};

use crate::http::{Failure, HttpState};

/// A body that is a JSON object. What is in it is still to be read, field by field.
pub(in crate::http) struct Object(pub(in crate::http) Map<String, Value>);

impl FromRequest<HttpState> for Object {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &HttpState) -> Result<Self, Failure> {
        if !is_json(&request) {
            let detail = "The body has to be application/json.";
            return Err(Failure::new(ProblemCode::UnsupportedMediaType, detail));
        }
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| {
                if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                    Failure::new(ProblemCode::BodyTooLarge, "The body may have 64 kB.")
                } else {
                    Failure::new(ProblemCode::MalformedRequest, "The body cannot be read.")
                }
            })?;
        match serde_json::from_slice(&body) {
            Ok(Value::Object(object)) => Ok(Self(object)),
            Ok(_) => Err(Failure::new(
                ProblemCode::MalformedRequest,
                "The body is not an object.",
            )),
            Err(error) => Err(not_json(&error)),
        }
    }
}

/// Says where, never what: the body may hold a payer's data.
fn not_json(error: &serde_json::Error) -> Failure {
    let (line, column) = (error.line(), error.column());
    let detail = format!("The body is not JSON: look at line {line}, column {column}.");
    Failure::new(ProblemCode::MalformedRequest, detail)
}

fn is_json(request: &Request) -> bool {
    let kind = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let kind = kind
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .trim();
    kind.eq_ignore_ascii_case("application/json")
}
