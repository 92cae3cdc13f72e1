//! Why a request was not done.

use std::borrow::Cow;

use axum::response::{IntoResponse, Response};
use kassa_wire::problem::{FieldCode, FieldProblem, Problem, ProblemCode};

use super::{status, title};
use crate::store::StoreError;

/// Why a request was not done. The outermost layer writes the body, since it knows the request's
/// id.
#[derive(Clone, Debug)]
pub struct Failure {
    code: ProblemCode,
    detail: Cow<'static, str>,
    errors: Vec<FieldProblem>,
    retry_after_seconds: Option<u64>,
}

impl Failure {
    /// A failure with a sentence for the developer. The sentence never holds what a payer typed.
    pub fn new(code: ProblemCode, detail: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code,
            detail: detail.into(),
            errors: Vec::new(),
            retry_after_seconds: None,
        }
    }

    /// The same failure, blaming a field.
    #[must_use]
    pub fn blaming(mut self, field: &str, code: FieldCode) -> Self {
        self.errors.push(FieldProblem {
            field: field.to_owned(),
            code,
        });
        self
    }

    /// The same failure, blaming these fields.
    #[must_use]
    pub fn blaming_all(mut self, errors: Vec<FieldProblem>) -> Self {
        self.errors.extend(errors);
        self
    }

    /// The same failure, which is over after so many seconds.
    #[must_use]
    pub const fn retrying_after(mut self, seconds: u64) -> Self {
        self.retry_after_seconds = Some(seconds);
        self
    }

    /// After how many seconds it is worth asking again, where that is known.
    #[must_use]
    pub const fn retry_after_seconds(&self) -> Option<u64> {
        match (self.retry_after_seconds, self.code) {
            (None, ProblemCode::Unavailable) => Some(1),
            (known, _) => known,
        }
    }

    /// The store failed. Logged here, since here it is handled.
    #[must_use]
    pub fn of_store(error: &StoreError) -> Self {
        tracing::error!(error = ?error, "the store failed");
        match error {
            StoreError::Database(_) => Self::new(
                ProblemCode::Unavailable,
                "The database does not answer now. Try again.",
            ),
            StoreError::Unreadable { .. } | StoreError::Taken { .. } => Self::internal(),
        }
    }

    /// The server's own fault. What it is goes to the log, not to whoever asked.
    #[must_use]
    pub fn internal() -> Self {
        Self::new(
            ProblemCode::Internal,
            "Something went wrong here. The request id finds it in the log.",
        )
    }

    /// Why, for whoever decides by it.
    #[must_use]
    pub const fn code(&self) -> ProblemCode {
        self.code
    }

    /// The body.
    #[must_use]
    pub fn to_problem(&self, request_id: &str) -> Problem {
        Problem {
            title: title(self.code).to_owned(),
            status: status(self.code).as_u16(),
            code: self.code,
            detail: self.detail.clone().into_owned(),
            request_id: request_id.to_owned(),
            errors: self.errors.clone(),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = status(self.code).into_response();
        response.extensions_mut().insert(self);
        response
    }
}
