//! `GET /api/checkout/{id}/fields`.

use std::marker::PhantomData;

use kassa_wire::view::FieldsView;
use wasm_bindgen::JsValue;

use super::Asked;
use super::exchange::Question;

/// The fields of the form in a country. Its code comes from the list of countries, so that an
/// address can have it in it as it is.
#[must_use]
pub fn get_fields(asked: &Asked, country: &str) -> Question<Box<FieldsView>> {
    Question {
        method: "GET",
        address: [&asked.address("/fields"), "&country=", country].concat(),
        header: String::new(),
        body: JsValue::UNDEFINED,
        answer: PhantomData,
    }
}
