//! One question and its answer, within a time limit.
//!
//! One function for every endpoint, and shapes only at its edges: a generic one would be in the
//! `.wasm` once for each shape.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;

use gloo_timers::callback::Timeout;
use js_sys::JSON;
use kassa_wire::problem::{Problem, ProblemCode};
use kassa_wire::view::SessionView;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestInit, Response};

use super::shape::Shape;
use super::{Asked, json};
use crate::checkout::Failure;

/// How long a payer waits for an answer, in milliseconds: longer than the server waits for a
/// processor, so that a slow charge is told by the server and not guessed here.
const LIMIT_MS: u32 = 30_000;

/// A question to a server, whose answer has this shape.
pub struct Question<T> {
    /// The HTTP method.
    pub(super) method: &'static str,
    /// Where.
    pub(super) address: String,
    /// One more header beside the content's type: name and value.
    pub(super) header: Option<(&'static str, String)>,
    /// What is sent.
    pub(super) body: Option<Body>,
    /// What is read from the answer.
    pub(super) answer: PhantomData<T>,
}

/// What is sent.
pub(super) enum Body {
    /// An object, as JSON.
    Json(JsValue),
    /// A form's text, as it is.
    Form(String),
}

impl Body {
    fn written(self) -> Result<(&'static str, JsValue), JsValue> {
        Ok(match self {
            Self::Json(object) => ("application/json", JSON::stringify(&object)?.into()),
            Self::Form(text) => ("application/x-www-form-urlencoded", text.into()),
        })
    }
}

/// A question whose answer is the session as it is then.
pub type AskView = Question<Box<SessionView>>;

/// A change of a version of the session.
pub(super) fn change(asked: &Asked, version: u32, (path, body): (&str, JsValue)) -> AskView {
    let version = ["\"", &version.to_string(), "\""].concat();
    Question {
        method: "PUT",
        address: asked.address(path),
        header: Some(("if-match", version)),
        body: Some(Body::Json(body)),
        answer: PhantomData,
    }
}

impl<T: Shape> Question<T> {
    /// Asks, and reads the answer.
    ///
    /// # Errors
    /// [`Failure`] where it was refused, or nobody knows.
    pub async fn ask(self) -> Result<T, Failure> {
        let Self {
            method,
            address,
            header,
            body,
            ..
        } = self;
        let value = asked(method, address, (header, body)).await?;
        T::read(&value).ok_or(Failure::Unanswered)
    }
}

impl<T> fmt::Debug for Question<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Question(***)")
    }
}

/// The answer's value, whatever its shape: behind a pointer, so that waiting for it is in the `.wasm`
/// once.
fn asked(
    method: &'static str,
    address: String,
    sent: (Option<(&'static str, String)>, Option<Body>),
) -> Pin<Box<dyn Future<Output = Result<JsValue, Failure>>>> {
    Box::pin(async move {
        let answer = exchange(method, &address, sent).await;
        read(answer.ok().flatten().ok_or(Failure::Unanswered)?)
    })
}

/// What came back.
struct Answer {
    status: u16,
    /// After how many seconds it is worth asking again, where the server says so.
    later: Option<u32>,
    value: JsValue,
}

/// The answer, with its JSON. Without any it still has a status: it may be a proxy's.
async fn exchange(
    method: &'static str,
    address: &str,
    (header, body): (Option<(&'static str, String)>, Option<Body>),
) -> Result<Option<Answer>, JsValue> {
    let abort = AbortController::new()?;
    let init = RequestInit::new();
    init.set_method(method);
    init.set_signal(Some(&abort.signal()));
    let headers = header.map(|(name, value)| (name, value.into()));
    let body = body.map(Body::written).transpose()?;
    let kind = body
        .as_ref()
        .map(|&(kind, _)| ("content-type", kind.into()));
    init.set_headers(&json::object(headers.into_iter().chain(kind)));
    if let Some((_, body)) = &body {
        init.set_body(body);
    }
    let _limit = Timeout::new(LIMIT_MS, move || abort.abort());
    let Some(window) = web_sys::window() else {
        return Ok(None);
    };
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(address, &init))
        .await?
        .dyn_into()?;
    let later = response.headers().get("retry-after")?;
    let later = later.and_then(|seconds| seconds.parse().ok());
    let value = JsFuture::from(response.json()?).await;
    Ok(Some(Answer {
        status: response.status(),
        later,
        value: value.unwrap_or_default(),
    }))
}

/// A refusal says why; what is neither that nor a success is no answer. Too many requests (429)
/// were not looked at, so they are no answer either and can simply be tried again. 402 is what
/// Stripe's tokenizer says of a card that cannot be one; nobody else says it.
fn read(answer: Answer) -> Result<JsValue, Failure> {
    let Answer {
        status,
        later,
        value,
    } = answer;
    match status {
        200..=299 => Ok(value),
        402 => Err(Failure::Refused(ProblemCode::InvalidToken, Vec::new())),
        400..=428 | 430..=499 => Err(refusal(&value)),
        _ => Err(later.map_or(Failure::Unanswered, Failure::Later)),
    }
}

fn refusal(value: &JsValue) -> Failure {
    Problem::read(value).map_or(Failure::Unanswered, |problem| {
        Failure::Refused(problem.code, problem.errors)
    })
}
