//! JSON by the browser's own parser, which the `.wasm` does not have to carry.

use kassa_wire::page::{CheckoutPage, Content, LocaleView, Page, Ui};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A value out of a JSON text, if it has the shape.
#[must_use]
pub fn from_text<T: DeserializeOwned>(text: &str) -> Option<T> {
    read(js_sys::JSON::parse(text).ok()?)
}

pub(super) fn read<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}

pub(super) fn to_text(value: &impl Serialize) -> Option<String> {
    let object = value.serialize(&Serializer::json_compatible()).ok()?;
    js_sys::JSON::stringify(&object).ok().map(String::from)
}

/// A page without what it is about.
#[derive(Deserialize)]
struct Around {
    locale: String,
    locales: Vec<LocaleView>,
    messages: Vec<String>,
    ui: Ui,
}

/// The page's value out of its JSON text.
///
/// What it is about is read by hand: serde reads a tagged enum by way of a copy of everything in
/// it, which would be in the `.wasm` a second time for every type of a session's view.
#[must_use]
pub fn page_from_text(text: &str) -> Option<Page> {
    let value = js_sys::JSON::parse(text).ok()?;
    let content = js_sys::Reflect::get(&value, &JsValue::from_str("content")).ok()?;
    let kind = js_sys::Reflect::get(&content, &JsValue::from_str("kind")).ok()?;
    let content = match kind.as_string()?.as_str() {
        "checkout" => Content::Checkout(Box::new(read::<CheckoutPage>(content)?)),
        "not_found" => Content::NotFound,
        "trouble" => Content::Trouble,
        _ => return None,
    };
    let Around { locale, locales, messages, ui } = read(value)?;
    Some(Page { locale, locales, messages, ui, content })
}
