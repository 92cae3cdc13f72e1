//! One question and its answer, within a time limit.
//!
//! One function for every endpoint, and shapes only at its edges: a generic one would be in the
//! `.wasm` once for each shape.

use std::fmt;
use std::marker::PhantomData;

use kassa_wire::problem::{Problem, ProblemCode};
use kassa_wire::view::SessionView;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

use super::Asked;
use super::shape::Shape;
use crate::checkout::Failure;

/// A question to a server, whose answer has this shape.
pub struct Question<T> {
    /// The HTTP method.
    pub(super) method: &'static str,
    /// Where.
    pub(super) address: String,
    /// One more header beside the content's type: name, space and value; or nothing.
    pub(super) header: String,
    /// What is sent: an object as JSON, a text as a form's, or nothing.
    pub(super) body: JsValue,
    /// What is read from the answer.
    pub(super) answer: PhantomData<T>,
}

/// A question whose answer is the session as it is then.
pub type AskView = Question<Box<SessionView>>;

/// A change of a version of the session.
pub(super) fn change(asked: &Asked, version: u32, (path, body): (&str, JsValue)) -> AskView {
    let header = ["if-match \"", &version.to_string(), "\""].concat();
    Question {
        method: "PUT",
        address: asked.address(path),
        header,
        body,
        answer: PhantomData,
    }
}

impl<T: Shape + 'static> Question<T> {
    /// Asks. `then` hears what was read from the answer: [`Failure`] where it was refused, or nobody
    /// knows.
    pub fn ask(self, then: impl FnOnce(Result<T, Failure>) + 'static) {
        let read = |value: JsValue| T::read(&value).ok_or(Failure::Unanswered);
        let then = move |value: Result<JsValue, Failure>| then(value.and_then(read));
        let answered = heard_by(Box::new(then));
        ask(
            self.method,
            &self.address,
            &self.header,
            &self.body,
            &answered,
        );
    }
}

impl<T> fmt::Debug for Question<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Question(***)")
    }
}

#[wasm_bindgen(module = "/src/api/ask.js")]
extern "C" {
    fn ask(method: &str, address: &str, header: &str, body: &JsValue, answered: &JsValue);
}

/// What came back.
struct Answer {
    status: u16,
    /// After how many seconds it is worth asking again, where the server says so.
    later: Option<u32>,
    value: JsValue,
}

/// What hears an answer's value, whatever its shape: so that this is in the `.wasm` once.
fn heard_by(then: Box<dyn FnOnce(Result<JsValue, Failure>)>) -> JsValue {
    Closure::once_into_js(move |status, later, value| {
        then(read(Answer {
            status,
            later,
            value,
        }));
    })
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
