//! Answers: problems for programs, pages for people.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use kassa_wire::problem::{FieldProblem, Problem, ProblemCode};
use maud::Markup;

use super::super::{LedgerError, Sandbox};

/// Who may frame a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Framing {
    /// Anybody: a challenge sits in Kassa's frame, and that one in a merchant's page of which a
    /// bank knows nothing. The address cannot be guessed.
    Anybody,
    /// Nobody: a wallet is a page of its own.
    Nobody,
}

/// A page. It is never kept: it says where a payment stands now.
pub(super) fn page(framing: Framing, status: StatusCode, markup: Markup) -> Response {
    let mut response = (status, Html(markup.into_string())).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy(framing));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}

const fn policy(framing: Framing) -> HeaderValue {
    HeaderValue::from_static(match framing {
        Framing::Anybody => {
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'"
        }
        Framing::Nobody => {
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; \
             frame-ancestors 'none'"
        }
    })
}

/// A problem, with the number under which the server's log has it.
pub(super) fn problem(
    sandbox: &Sandbox,
    status: StatusCode,
    code: ProblemCode,
    detail: &str,
    errors: Vec<FieldProblem>,
) -> Response {
    let request_id = format!("req_{}", sandbox.dice.letters(16));
    tracing::info!(
        request_id,
        http.status = status.as_u16(),
        code = code.as_str(),
        "refused"
    );
    let problem = Problem {
        title: status.canonical_reason().unwrap_or_default().to_owned(),
        status: status.as_u16(),
        code,
        detail: detail.to_owned(),
        request_id,
        errors,
    };
    let kind = HeaderValue::from_static("application/problem+json");
    let mut response = (status, axum::Json(problem)).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The ledger does not answer: logged here, once.
pub(super) fn trouble(sandbox: &Sandbox, error: &LedgerError) -> Response {
    tracing::error!(%error, "the sandbox's ledger failed");
    let detail = "The sandbox's ledger does not answer. Try again.";
    problem(
        sandbox,
        StatusCode::SERVICE_UNAVAILABLE,
        ProblemCode::Unavailable,
        detail,
        Vec::new(),
    )
}
