//! JSON by the browser's own parser, which the `.wasm` does not have to carry.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;

/// A value out of a JSON text, if it has the shape.
#[must_use]
pub fn from_text<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(js_sys::JSON::parse(text).ok()?).ok()
}

pub(super) fn to_text(value: &impl Serialize) -> Option<String> {
    let object = value.serialize(&Serializer::json_compatible()).ok()?;
    js_sys::JSON::stringify(&object).ok().map(String::from)
}
