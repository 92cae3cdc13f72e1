//! JSON by the browser's own parser, which the `.wasm` does not have to carry.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::JsValue;

use super::shape::Shape;

/// A value out of a JSON text, if it has the shape.
#[must_use]
pub fn from_text<T: Shape>(text: &str) -> Option<T> {
    T::read(&JSON::parse(text).ok()?)
}

/// The version in an event of the server's stream, `{"version": 7}`.
#[must_use]
pub fn version_from_text(text: &str) -> Option<u32> {
    super::shape::field(&JSON::parse(text).ok()?, "version")
}

/// An object of these fields.
#[must_use]
pub fn object<'a>(fields: impl IntoIterator<Item = (&'a str, JsValue)>) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Only a frozen object refuses a field.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &value);
    }
    object.into()
}
