//! `PUT /api/checkout/{id}/shipping` and `PUT /api/checkout/{id}/discounts`.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::exchange::{AskView, change};
use super::{Asked, json};
use crate::checkout::Wish;

/// Chooses how it is sent, or which codes count, as a change of `version`.
#[must_use]
pub fn put_extras(asked: &Asked, version: u32, wish: Wish) -> AskView {
    let sent = match wish {
        Wish::Shipping(option) => ("/shipping", json::object([("option", option.into())])),
        Wish::Discounts(codes) => {
            let codes: Array = codes.into_iter().map(JsValue::from).collect();
            ("/discounts", json::object([("codes", codes.into())]))
        }
    };
    change(asked, version, sent)
}
