//! The line to the merchant's page, open as long as its value lives.

use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect};
use kassa_wire::SessionId;
use kassa_wire::embed::{FrameMessage, HostMessage};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use super::message;

/// Where `early.js` leaves the merchant's page's origin, on the document's root.
const HOST_ATTRIBUTE: &str = "data-kassa-host";
/// Where `early.js` keeps what was asked before there was a program.
const ASKED: &str = "kassaAsked";

/// The line to the page around this frame, or to the one that opened this window. Dropping it
/// closes it.
#[derive(Debug)]
#[must_use = "the merchant's page is heard only while this lives"]
pub struct Bridge {
    window: Window,
    host: Window,
    session: SessionId,
    origins: Vec<String>,
    _listener: EventListener,
}

impl Bridge {
    /// Opens the line to the page that frames or opened this one, for one session and for the
    /// origins that its account registered. There is none where nobody did.
    ///
    /// `on_message` hears what the page asks: first what it asked before the program came, during
    /// this call, then the rest as it comes. `hello` is answered elsewhere and never heard here.
    pub fn connect(
        session: &SessionId,
        origins: &[String],
        on_message: impl Fn(HostMessage) + 'static,
    ) -> Option<Self> {
        let window = web_sys::window()?;
        let host = host_of(&window)?;
        for data in asked_early(&window) {
            message::open(session, &data)
                .into_iter()
                .for_each(&on_message);
        }
        let listener = listen(
            &window,
            (host.clone(), session.clone(), origins.to_vec()),
            on_message,
        );
        Some(Self {
            window,
            host,
            session: session.clone(),
            origins: origins.to_vec(),
            _listener: listener,
        })
    }

    /// Tells the merchant's page, and only it: the message goes to its exact origin. Where no
    /// registered page is known to listen, nothing is posted.
    pub fn tell(&self, message: &FrameMessage) {
        let Some(origin) = self.origin() else { return };
        let envelope = message::seal(&self.session, message);
        // The browser refuses only malformed origins, and a registered one is not.
        let _ = self.host.post_message(&envelope, &origin);
    }

    fn origin(&self) -> Option<String> {
        let root = self.window.document()?.document_element()?;
        let host = root.get_attribute(HOST_ATTRIBUTE)?;
        self.origins.contains(&host).then_some(host)
    }
}

/// The page around this frame, else the one that opened this window and is still there.
fn host_of(window: &Window) -> Option<Window> {
    let parent = window.parent().ok()??;
    if parent != *window {
        return Some(parent);
    }
    let opener = window.opener().ok()?;
    // A window of another origin is an instance of nothing.
    opener.is_object().then(|| opener.unchecked_into())
}

/// Source, origin, shape, session, in that order; anything else is ignored in silence.
fn listen(
    window: &Window,
    (host, session, origins): (Window, SessionId, Vec<String>),
    on_message: impl Fn(HostMessage) + 'static,
) -> EventListener {
    EventListener::new(window, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        let from_host = event
            .source()
            .is_some_and(|source| source == *AsRef::<Object>::as_ref(&host));
        if from_host && origins.contains(&event.origin()) {
            message::open(&session, &event.data())
                .into_iter()
                .for_each(&on_message);
        }
    })
}

/// Whether `early.js` has kept something for a program.
#[must_use]
pub fn is_asked() -> bool {
    let kept = web_sys::window().map(|window| Reflect::get(&window, &JsValue::from_str(ASKED)));
    let kept = kept.and_then(Result::ok);
    kept.is_some_and(|kept| {
        kept.dyn_ref::<Array>()
            .is_some_and(|kept| kept.length() > 0)
    })
}

/// Takes over what `early.js` kept; from here on it keeps nothing.
fn asked_early(window: &Window) -> Vec<JsValue> {
    let name = JsValue::from_str(ASKED);
    let kept = Reflect::get(window, &name).unwrap_or_default();
    let _ = Reflect::delete_property(window, &name);
    kept.dyn_ref::<Array>()
        .map(Array::to_vec)
        .unwrap_or_default()
}
