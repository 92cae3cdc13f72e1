//! `PUT /api/checkout/{id}/shipping` and `PUT /api/checkout/{id}/discounts`.

use js_sys::Array;
use kassa_wire::view::SessionView;
use wasm_bindgen::JsValue;

use super::exchange::{Body, Question};
use super::{Asked, json};
use crate::checkout::{Failure, Wish};

/// Chooses how it is sent, or which codes count, as a change of `version`.
///
/// # Errors
/// [`Failure`] where it was not taken, or nobody knows.
pub async fn put_extras(
    asked: Asked,
    version: u32,
    wish: Wish,
) -> Result<Box<SessionView>, Failure> {
    let (path, body) = match wish {
        Wish::Shipping(option) => ("/shipping", json::object([("option", option.into())])),
        Wish::Discounts(codes) => {
            let codes: Array = codes.into_iter().map(JsValue::from).collect();
            ("/discounts", json::object([("codes", codes.into())]))
        }
    };
    let version = ["\"", &version.to_string(), "\""].concat();
    Question {
        method: "PUT",
        address: &asked.address(path),
        header: Some(("if-match", &version)),
        body: Some(Body::Json(body)),
    }
    .ask()
    .await
}
