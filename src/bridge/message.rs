//! A message as the browser holds it, in its envelope.

use js_sys::Reflect;
use kassa_wire::SessionId;
use kassa_wire::embed::{FrameMessage, HostMessage, VERSION};
use wasm_bindgen::JsValue;

fn get(data: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(data, &JsValue::from_str(name)).ok()
}

/// Puts a message into its envelope. The fields are set by hand: `serde(flatten)` would buffer
/// every message, which the `.wasm` would pay for.
pub(super) fn seal(session: &SessionId, message: &FrameMessage) -> Option<JsValue> {
    let envelope = serde_wasm_bindgen::to_value(message).ok()?;
    let fields = [
        ("kassa", JsValue::from(VERSION)),
        ("session", JsValue::from_str(session.as_str())),
    ];
    for (name, value) in fields {
        Reflect::set(&envelope, &JsValue::from_str(name), &value).ok()?;
    }
    Some(envelope)
}

/// Reads what a registered origin sent: its shape first, then whether it is about this session.
/// `hello` is not among the answers, because `early.js` has answered it.
pub(super) fn open(session: &SessionId, data: &JsValue) -> Option<HostMessage> {
    if !data.is_object() || get(data, "kassa")?.as_f64() != Some(f64::from(VERSION)) {
        return None;
    }
    let message = match get(data, "type")?.as_string()?.as_str() {
        "refresh" => HostMessage::Refresh,
        "set_locale" => HostMessage::SetLocale {
            locale: get(data, "locale")?.as_string()?,
        },
        _ => return None,
    };
    let about = get(data, "session")?.as_string()?;
    (about == session.as_str()).then_some(message)
}
