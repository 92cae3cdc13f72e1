//! What is after the question mark.

use std::collections::BTreeMap;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kassa_wire::problem::{FieldCode, ProblemCode};

use super::fields::text_problem;
use crate::http::{Failure, HttpState};

/// How long a parameter may be.
const MAX: usize = 200;

/// What is after the question mark, by name; of a name that is there twice the last.
pub(in crate::http) struct Query(BTreeMap<String, String>);

impl Query {
    /// A parameter; an empty one is as good as none.
    pub(in crate::http) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }
}

impl FromRequestParts<HttpState> for Query {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Failure> {
        let pairs = axum::extract::Query::<Vec<(String, String)>>::from_request_parts(parts, state);
        let pairs = pairs.await.map_err(|_| {
            Failure::new(
                ProblemCode::MalformedRequest,
                "The address's query cannot be read.",
            )
        })?;
        for (name, value) in &pairs.0 {
            if let Some(code) = text_problem(value, MAX) {
                return Err(wrong(name, code));
            }
        }
        Ok(Self(pairs.0.into_iter().collect()))
    }
}

/// Names the parameter only where it can be one of ours.
fn wrong(name: &str, code: FieldCode) -> Failure {
    let ours = name.len() <= 20 && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let name = if ours { name } else { "query" };
    Failure::new(
        ProblemCode::InvalidField,
        "A query parameter cannot be taken.",
    )
    .blaming(name, code)
}
