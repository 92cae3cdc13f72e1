//! What the payer typed and chose before the program was there.
//!
//! Read in the same task in which Yew takes over, so that no keystroke comes in between. The texts
//! go into the first render: setting a field to the text that is in it moves neither the focus nor
//! the caret. They change no structure, which hydration could not bear.

use kassa_wire::state::MethodKind;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::dom;
use crate::checkout::Early;
use crate::components::wire_name;

/// Reads the forms inside `root`.
#[must_use]
pub fn read(root: &Element) -> Early {
    let mut early = Early::default();
    for control in dom::all(root, "input[id], select[id]") {
        read_control(&mut early, &control);
    }
    let chosen = dom::all(root, "input[name=method]:checked")
        .first()
        .and_then(dom::named_text);
    early.method = chosen.and_then(|(_, value)| method_of(&value));
    early
}

fn read_control(early: &mut Early, control: &Element) {
    let Some((name, text)) = dom::named_text(control) else {
        return;
    };
    match control.get_attribute("data-card") {
        Some(card) => early.card.set(&card, text),
        None => drop(early.values.insert(name, text)),
    }
}

/// The method that a radio button's value names.
pub(super) fn method_of(value: &str) -> Option<MethodKind> {
    [
        MethodKind::Card,
        MethodKind::BankTransfer,
        MethodKind::Wallet,
    ]
    .into_iter()
    .find(|kind| wire_name(*kind) == value)
}

/// The text and the caret of an input that is being typed in.
pub(super) fn typed(control: &Element) -> Option<(String, usize)> {
    let input = control.dyn_ref::<HtmlInputElement>()?;
    let text = input.value();
    let caret = input
        .selection_start()
        .ok()
        .flatten()
        .and_then(|place| usize::try_from(place).ok());
    let end = text.encode_utf16().count();
    Some((text, caret.unwrap_or(end)))
}
