//! From JSON to a value, back to JSON, and to the same value again.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Reads a value, and sees to it that it is written so that it is read again as what it is. The
/// value, where the bytes are one.
pub(crate) fn round_trip<T>(data: &[u8]) -> Option<T>
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let value: T = serde_json::from_slice(data).ok()?;
    let text = serde_json::to_string(&value);
    let text = text.unwrap_or_else(|error| panic!("{value:?} cannot be written: {error}"));
    assert_eq!(read::<T>(&text), value, "written as {text}");
    let tree = serde_json::to_value(&value);
    let tree = tree.unwrap_or_else(|error| panic!("{value:?} cannot be written: {error}"));
    if let Value::Object(mut object) = tree {
        // Whoever speaks to us may be newer, and say more.
        let strange = json!({ "a": [[[[null]]]], "b": "\u{202e}" });
        object.insert("said_by_a_newer_one".to_owned(), strange);
        let more = Value::Object(object).to_string();
        assert_eq!(read::<T>(&more), value, "written as {more}");
    }
    Some(value)
}

fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text} is not read again: {error}"))
}
