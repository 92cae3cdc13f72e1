//! `POST /sandbox/transfers/{reference}/arrive`: the payer's transfer arrives. Tests and demo only.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kassa_wire::PaymentReference;
use kassa_wire::problem::ProblemCode;

use super::super::Sandbox;
use super::answer::{problem, trouble};

/// Lets the awaited transfer of this payment arrive; answers the attempts that it settled.
pub(super) async fn arrive(
    State(sandbox): State<Sandbox>,
    Path(reference): Path<String>,
) -> Response {
    let Ok(reference) = reference.parse::<PaymentReference>() else {
        return none(&sandbox);
    };
    match sandbox.ledger.arrive(&reference, sandbox.clock.now()).await {
        Ok(attempts) if attempts.is_empty() => none(&sandbox),
        Ok(attempts) => {
            attempts
                .iter()
                .cloned()
                .for_each(|attempt| sandbox.tell(attempt));
            let arrived: Vec<String> = attempts.into_iter().map(|attempt| attempt.0).collect();
            Json(arrived).into_response()
        }
        Err(error) => trouble(&sandbox, &error),
    }
}

fn none(sandbox: &Sandbox) -> Response {
    let detail = "No transfer under this reference is awaited.";
    let code = ProblemCode::PaymentNotFound;
    problem(sandbox, StatusCode::NOT_FOUND, code, detail, Vec::new())
}
