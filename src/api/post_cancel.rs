//! `POST /api/checkout/{id}/cancel`.

use std::marker::PhantomData;
use wasm_bindgen::JsValue;

use super::Asked;
use super::exchange::{AskView, Question};

/// Calls the session off. Without an answer nobody knows whether it was.
#[must_use]
pub fn post_cancel(asked: &Asked) -> AskView {
    Question {
        method: "POST",
        address: asked.address("/cancel"),
        header: String::new(),
        body: JsValue::UNDEFINED,
        answer: PhantomData,
    }
}
