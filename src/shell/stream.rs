//! The server's stream of changes, as long as its value lives.

use gloo_events::EventListener;
use kassa_wire::SessionId;
use wasm_bindgen::JsCast;
use web_sys::{EventSource, MessageEvent};
use yew::Callback;

use super::message::Message;
use crate::checkout::Event;

/// An open stream. Dropping it closes it.
#[derive(Debug)]
#[must_use = "changes are heard only while this lives"]
pub(super) struct Stream {
    source: EventSource,
    _listeners: [EventListener; 2],
}

impl Stream {
    /// Opens the stream of a session.
    pub(super) fn open(session: &SessionId, heard: &Callback<Message>) -> Option<Self> {
        let source =
            EventSource::new(&["/api/checkout/", session.as_str(), "/events"].concat()).ok()?;
        let (status, broke) = (heard.clone(), heard.clone());
        let watched = source.clone();
        let listeners = [
            EventListener::new(&source, "status", move |event| {
                if let Some(version) = version_in(event) {
                    status.emit(Message::Happened(Event::VersionHeard(version)));
                }
            }),
            // The browser connects again by itself, except after an answer that is no stream.
            EventListener::new(&source, "error", move |_| {
                if watched.ready_state() == EventSource::CLOSED {
                    broke.emit(Message::StreamBroke);
                }
            }),
        ];
        Some(Self {
            source,
            _listeners: listeners,
        })
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

fn version_in(event: &web_sys::Event) -> Option<u32> {
    let data = event.dyn_ref::<MessageEvent>()?.data().as_string()?;
    crate::api::version_from_text(&data)
}
