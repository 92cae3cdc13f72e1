//! `POST /api/checkout/{id}/lock`.

use std::marker::PhantomData;
use wasm_bindgen::JsValue;

use super::Asked;
use super::exchange::{AskView, Question};

/// Keeps the payer from confirming and paying while the merchant's server changes the session.
#[must_use]
pub fn post_lock(asked: &Asked) -> AskView {
    Question {
        method: "POST",
        address: asked.address("/lock"),
        header: String::new(),
        body: JsValue::UNDEFINED,
        answer: PhantomData,
    }
}
