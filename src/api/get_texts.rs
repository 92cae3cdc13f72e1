//! `GET /api/catalogues/{locale}`.

use std::marker::PhantomData;

use kassa_wire::page::Texts;
use wasm_bindgen::JsValue;

use super::exchange::Question;

/// The texts of a language, from their address.
#[must_use]
pub fn get_texts(address: String) -> Question<Texts> {
    Question {
        method: "GET",
        address,
        header: String::new(),
        body: JsValue::UNDEFINED,
        answer: PhantomData,
    }
}
