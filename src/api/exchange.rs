//! One question and its answer, within a time limit.

use gloo_net::http::{Request, RequestBuilder, Response};
use gloo_timers::callback::Timeout;
use kassa_wire::problem::Problem;
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::AbortController;

use super::json;
use crate::checkout::Failure;

/// How long a payer waits for an answer, in milliseconds: longer than the server waits for a
/// processor, so that a slow charge is told by the server and not guessed here.
const LIMIT_MS: u32 = 30_000;

/// Asks without a body.
pub(super) async fn ask<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, Failure> {
    within_limit(|request| request.build(), request).await
}

/// Asks with a JSON body.
pub(super) async fn send<T: DeserializeOwned>(request: RequestBuilder, body: &impl Serialize) -> Result<T, Failure> {
    let body = json::to_text(body).ok_or(Failure::Unanswered)?;
    let request = request.header("content-type", "application/json");
    within_limit(|request| request.body(body), request).await
}

async fn within_limit<T: DeserializeOwned>(
    build: impl FnOnce(RequestBuilder) -> Result<Request, gloo_net::Error>,
    request: RequestBuilder,
) -> Result<T, Failure> {
    let abort = AbortController::new().map_err(|_| Failure::Unanswered)?;
    let signal = abort.signal();
    let _limit = Timeout::new(LIMIT_MS, move || abort.abort());
    let request = build(request.abort_signal(Some(&signal))).map_err(|_| Failure::Unanswered)?;
    let response = request.send().await.map_err(|_| Failure::Unanswered)?;
    read(response).await
}

/// A success has the wanted shape and a refusal says why; everything else is no answer.
async fn read<T: DeserializeOwned>(response: Response) -> Result<T, Failure> {
    let text = response.text().await.map_err(|_| Failure::Unanswered)?;
    match response.status() {
        200..=299 => json::from_text(&text).ok_or(Failure::Unanswered),
        400..=428 | 430..=499 => Err(refusal(&text)),
        _ => Err(Failure::Unanswered),
    }
}

fn refusal(text: &str) -> Failure {
    json::from_text(text)
        .map_or(Failure::Unanswered, |problem: Problem| Failure::Refused(problem.code, problem.errors))
}
