//! What the shell reads from the page and writes to it beside the rendering.

use kassa_wire::payer::PayerValues;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, EventTarget, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// The document, where there is one.
pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// An element by its id, if it has the wanted type.
pub(super) fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The event's target as an element.
pub(super) fn element_of(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}

/// Name and text of a control that a form would send.
pub(super) fn named_text(element: &Element) -> Option<(String, String)> {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return Some((input.name(), input.value()));
    }
    element
        .dyn_ref::<HtmlSelectElement>()
        .map(|select| (select.name(), select.value()))
}

/// All elements that a selector finds.
pub(super) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| found.item(place)?.dyn_into().ok())
        .collect()
}

/// Where the document says how the program does.
const PROGRAM: &str = "data-kassa";

/// Says on the document that the program has taken over, for whoever measures or tests.
pub(super) fn say_awake() {
    if let Some(document) = document().and_then(|document| document.document_element()) {
        let _ = document.set_attribute(PROGRAM, "ready");
    }
}

/// Whether the page went on without the program after a crash. Timers and the server's stream
/// still wake what is left of it then, and it would write over what the payer types.
pub(super) fn is_given_up() -> bool {
    let document = document().and_then(|document| document.document_element());
    let program = document.and_then(|document| document.get_attribute(PROGRAM));
    program.is_some_and(|program| program == "dead")
}

/// Moves the focus to the element with an id, if there is one.
pub(super) fn focus(id: &str) {
    if let Some(element) = by_id::<HtmlElement>(id) {
        let _ = element.focus();
    }
}

/// The element that has the focus.
pub(super) fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Puts the caret where it belongs in the control that has the focus.
pub(super) fn put_caret(place: usize) {
    if let (Some(input), Ok(place)) = (
        focused().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()),
        u32::try_from(place),
    ) {
        let _ = input.set_selection_range(place, place);
    }
}

/// Shows in every list of the form what the state holds. Yew renders which option is selected, but
/// a list that the payer has touched no longer listens to that.
pub(super) fn show_choices(values: &PayerValues) {
    let Some(document) = document() else { return };
    for (name, value) in values {
        let list = document.get_element_by_id(&crate::components::field_id(name));
        if let Some(list) = list.and_then(|it| it.dyn_into::<HtmlSelectElement>().ok())
            && list.value() != *value
        {
            list.set_value(value);
            // What another country's list has: nothing is chosen, and that is to be read.
            if list.selected_index() < 0 {
                list.set_value("");
            }
        }
    }
}
