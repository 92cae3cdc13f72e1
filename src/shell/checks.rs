//! What the browser finds out about what was typed.

use js_sys::{Array, Function, Reflect, RegExp};
use wasm_bindgen::JsCast;

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
    let kind = Reflect::get(&web_sys::window()?.into(), &"RegExp".into()).ok()?;
    let kind: &Function = kind.unchecked_ref();
    let pattern = Reflect::construct(kind, &Array::of2(&source.into(), &"u".into())).ok()?;
    Some(pattern.unchecked_into())
}
