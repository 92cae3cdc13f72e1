//! `GET /api/checkout/{id}`.

use std::marker::PhantomData;
use wasm_bindgen::JsValue;

use super::Asked;
use super::exchange::{AskView, Question};

/// The session as it is now.
#[must_use]
pub fn get_view(asked: &Asked) -> AskView {
    Question {
        method: "GET",
        address: asked.address(""),
        header: String::new(),
        body: JsValue::UNDEFINED,
        answer: PhantomData,
    }
}
