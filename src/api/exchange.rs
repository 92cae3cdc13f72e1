//! One question and its answer, within a time limit.
//!
//! One function for every endpoint, and shapes only at its edges: a generic one would be in the
//! `.wasm` once for each shape.

use gloo_net::http::{RequestBuilder, Response};
use gloo_timers::callback::Timeout;
use kassa_wire::problem::Problem;
use wasm_bindgen::JsValue;
use web_sys::AbortController;

use super::json;
use super::shape::Shape;
use crate::checkout::Failure;

/// How long a payer waits for an answer, in milliseconds: longer than the server waits for a
/// processor, so that a slow charge is told by the server and not guessed here.
const LIMIT_MS: u32 = 30_000;

/// Asks without a body.
pub(super) async fn ask<T: Shape>(request: RequestBuilder) -> Result<T, Failure> {
    T::read(&exchange(request, None).await?).ok_or(Failure::Unanswered)
}

/// Asks with a JSON body.
pub(super) async fn send<T: Shape>(
    request: RequestBuilder,
    body: &JsValue,
) -> Result<T, Failure> {
    let body = json::to_text(body).ok_or(Failure::Unanswered)?;
    T::read(&exchange(request, Some(body)).await?).ok_or(Failure::Unanswered)
}

async fn exchange(request: RequestBuilder, body: Option<String>) -> Result<JsValue, Failure> {
    let abort = AbortController::new().map_err(|_| Failure::Unanswered)?;
    let signal = abort.signal();
    let _limit = Timeout::new(LIMIT_MS, move || abort.abort());
    let request = request.abort_signal(Some(&signal));
    let request = match body {
        Some(body) => request.header("content-type", "application/json").body(body),
        None => request.build(),
    };
    let request = request.map_err(|_| Failure::Unanswered)?;
    let response = request.send().await.map_err(|_| Failure::Unanswered)?;
    read(response).await
}

/// A refusal says why; what is neither that nor a success is no answer. Too many requests (429)
/// were not looked at, so they are no answer either and can simply be tried again.
async fn read(response: Response) -> Result<JsValue, Failure> {
    let text = response.text().await.map_err(|_| Failure::Unanswered)?;
    let value = js_sys::JSON::parse(&text).map_err(|_| Failure::Unanswered)?;
    match response.status() {
        200..=299 => Ok(value),
        400..=428 | 430..=499 => Err(refusal(&value)),
        _ => Err(Failure::Unanswered),
    }
}

fn refusal(value: &JsValue) -> Failure {
    Problem::read(value).map_or(Failure::Unanswered, |problem| {
        Failure::Refused(problem.code, problem.errors)
    })
}
