//! What the browser finds out about what was typed.

use js_sys::{Array, Function, Reflect, RegExp, global};
use wasm_bindgen::{JsCast, JsValue};

use crate::checkout::form::Checks;

/// Asks the browser. What it cannot say the server will.
#[derive(Clone, Copy, Debug)]
pub(super) struct BrowserChecks;

impl Checks for BrowserChecks {
    fn matches(&self, pattern: &str, text: &str) -> bool {
        whole(pattern).is_none_or(|pattern| pattern.test(text))
    }
}

/// The pattern of a whole text, where the browser can read it: merchants write some of them.
fn whole(pattern: &str) -> Option<RegExp> {
    let source = ["^(?:", pattern, ")$"].concat();
    let made: Function = Reflect::get(&global(), &"RegExp".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let arguments = Array::of2(&source.into(), &JsValue::from_str("u"));
    let pattern = Reflect::construct(&made, &arguments).ok()?;
    pattern.dyn_into().ok()
}
