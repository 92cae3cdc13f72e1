//! A message as the browser holds it, in its envelope.

use js_sys::Reflect;
use kassa_wire::SessionId;
use kassa_wire::embed::{FrameMessage, HostMessage, VERSION};
use wasm_bindgen::JsValue;

use crate::api::{Named, object};

fn get(data: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(data, &JsValue::from_str(name)).ok()
}

fn text_or_null(value: Option<&str>) -> JsValue {
    value.map_or(JsValue::NULL, JsValue::from_str)
}

/// Puts a message into its envelope. By hand: serde's machinery for these few words would be a
/// kilobyte of the `.wasm`. A test holds them against the wire's own.
pub(super) fn seal(session: &SessionId, message: &FrameMessage) -> JsValue {
    let text = JsValue::from_str;
    let (name, fields) = match message {
        FrameMessage::Ready => ("ready", vec![]),
        FrameMessage::Height { height } => ("height", vec![("height", JsValue::from(*height))]),
        FrameMessage::Change => ("change", vec![]),
        FrameMessage::Confirm => ("confirm", vec![]),
        FrameMessage::Payment {
            reference,
            status,
            return_url,
            confirm_url,
        } => (
            "payment",
            vec![
                ("reference", text(reference.as_str())),
                ("status", text(status.name())),
                ("return_url", text_or_null(return_url.as_deref())),
                ("confirm_url", text_or_null(confirm_url.as_deref())),
            ],
        ),
        FrameMessage::Error { code } => ("error", vec![("code", text(code))]),
        FrameMessage::Cancel => ("cancel", vec![]),
        FrameMessage::Expired => ("expired", vec![]),
        FrameMessage::Locale { locale } => ("locale", vec![("locale", text(locale))]),
        FrameMessage::Close => ("close", vec![]),
        FrameMessage::Updated => ("updated", vec![]),
        FrameMessage::NotFound => ("not_found", vec![]),
        FrameMessage::Locked => ("locked", vec![]),
        FrameMessage::LockFailed => ("lock_failed", vec![]),
        FrameMessage::Validate { attempt } => {
            ("validate", vec![("attempt", text(attempt.as_str()))])
        }
    };
    let envelope = [
        ("kassa", JsValue::from(VERSION)),
        ("session", text(session.as_str())),
        ("type", text(name)),
    ];
    object(envelope.into_iter().chain(fields))
}

/// Reads what a registered origin sent: its shape first, then whether it is about this session.
/// `hello` is not among the answers, because `early.js` has answered it.
pub(super) fn open(session: &SessionId, data: &JsValue) -> Option<HostMessage> {
    if !data.is_object() || get(data, "kassa")?.as_f64() != Some(f64::from(VERSION)) {
        return None;
    }
    let attempt = || get(data, "attempt")?.as_string()?.parse().ok();
    let message = match get(data, "type")?.as_string()?.as_str() {
        "refresh" => HostMessage::Refresh,
        "lock" => HostMessage::Lock,
        "agree" => HostMessage::Agree {
            attempt: attempt()?,
        },
        "refuse" => HostMessage::Refuse {
            attempt: attempt()?,
        },
        "set_validate" => HostMessage::SetValidate {
            validate: get(data, "validate")?.as_bool()?,
        },
        "set_locale" => HostMessage::SetLocale {
            locale: get(data, "locale")?.as_string()?,
        },
        _ => return None,
    };
    let about = get(data, "session")?.as_string()?;
    (about == session.as_str()).then_some(message)
}
