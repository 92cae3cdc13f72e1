//! The page's own events as messages.
//!
//! The forms are real, so what the payer does is read from them: which control, which text, which
//! button. One listener at the root hears all of them.

use gloo_events::EventListener;
use kassa_wire::payer::field;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, EventTarget, FocusEvent, HtmlButtonElement, InputEvent, MouseEvent, SubmitEvent,
};
use yew::html::Scope;

use super::message::Message;
use super::root::Root;
use super::{dom, later};
use crate::checkout::Event;
use crate::components::{act, field_id};

/// Something was typed or chosen.
pub(super) fn input(event: &InputEvent) -> Option<Message> {
    let control = dom::element_of(event.target())?;
    if let Some(message) = later::here().and_then(|later| (later.input)(event, &control)) {
        return Some(message);
    }
    let (name, text) = dom::named_text(&control)?;
    Some(Message::Happened(Event::FieldEdited { name, text }))
}

/// A control was left. Leaving for a button says nothing yet: a sentence that appears under the
/// field would move the button away from under the pointer, and the press tells anyway.
pub(super) fn focus_out(event: &FocusEvent) -> Option<Message> {
    let next = dom::element_of(event.related_target());
    if next.is_some_and(|next| next.has_type::<HtmlButtonElement>()) {
        return None;
    }
    let control = dom::element_of(event.target())?;
    if let Some(message) = later::here().and_then(|later| (later.left)(&control)) {
        return Some(message);
    }
    let (name, _) = dom::named_text(&control)?;
    Some(Message::Happened(Event::FieldLeft { name }))
}

/// A form was sent. `retrying` says whether **Pay** would be the same attempt once more. What only
/// the server knows goes to it as it would without a program.
pub(super) fn submit(event: &SubmitEvent, retrying: impl Fn() -> bool) -> Option<Message> {
    let button = event.submitter()?.dyn_into::<HtmlButtonElement>().ok()?;
    let message = match button.value().as_str() {
        "confirm" => Message::Happened(Event::ConfirmPressed),
        "cancel" => Message::Happened(Event::CancelPressed),
        other => later::here().and_then(|later| (later.sent)(&button, other, &retrying))?,
    };
    event.prevent_default();
    Some(message)
}

/// The payer looks at the page again, or the network goes and comes back. What happened meanwhile
/// may not have been heard: browsers let hidden pages sleep.
pub(super) fn returns(scope: &Scope<Root>) -> Vec<EventListener> {
    let (Some(window), Some(document)) = (web_sys::window(), dom::document()) else {
        return Vec::new();
    };
    let heard = |target: &EventTarget, name, tells: fn() -> Option<Event>| {
        let scope = scope.clone();
        EventListener::new(target, name, move |_| {
            if let Some(event) = tells() {
                scope.send_message(Message::Happened(event));
            }
        })
    };
    let told = |target: &EventTarget, name, message: fn() -> Message| {
        let scope = scope.clone();
        EventListener::new(target, name, move |_| scope.send_message(message()))
    };
    let seen = || {
        dom::document()
            .filter(|it| !it.hidden())
            .map(|_| Event::LookDue)
    };
    vec![
        heard(&document, "visibilitychange", seen),
        heard(&window, "online", || Some(Event::LineBack)),
        heard(&window, "offline", || Some(Event::LineLost)),
        told(&window, later::CAME, || Message::LaterCame),
        told(&window, later::ASKED, || Message::LaterWanted),
    ]
}

/// Something was clicked that only a program can do, or does better.
pub(super) fn click(event: &MouseEvent) -> Option<Message> {
    let clicked = dom::element_of(event.target())?;
    let link = clicked.closest("[data-act], a[href^='#']").ok()??;
    let own_window = event.ctrl_key() || event.meta_key() || event.shift_key();
    if own_window {
        return None;
    }
    let Some(action) = link.get_attribute("data-act") else {
        event.prevent_default();
        dom::focus(link.get_attribute("href")?.trim_start_matches('#'));
        return None;
    };
    act(event, &link, &action)
}

fn act(event: &MouseEvent, link: &Element, action: &str) -> Option<Message> {
    let message = match action {
        act::CHANGE => Message::Happened(Event::ChangePressed),
        act::LANGUAGE => Message::LanguageWanted(link.get_attribute("data-locale")?),
        act::EMAIL => {
            dom::focus(&field_id(field::EMAIL));
            Message::Happened(Event::MeantTaken)
        }
        _ => return None,
    };
    event.prevent_default();
    Some(message)
}
