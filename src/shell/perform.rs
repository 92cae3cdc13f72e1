//! Effects, carried out. Each answer comes back as a message.

use kassa_wire::page::Ui;
use wasm_bindgen_futures::JsFuture;
use yew::html::Scope;

use super::message::Message;
use super::root::{Root, Window};
use crate::api::{self, Asked};
use crate::checkout::{Effect, Event, Place, Saying};
use crate::components::{ERROR_LIST_ID, HEADING_ID, NOTICE_ID};
use crate::i18n::Key;

/// Carries out one effect.
pub(super) fn perform(window: &mut Window, scope: &Scope<Root>, asked: Asked, effect: Effect) {
    match effect {
        Effect::Confirm { version, payer } => answer(scope, async move {
            Event::ConfirmAnswered(api::put_payer(asked, version, payer).await)
        }),
        Effect::Tokenise { tokenizer, card } => {
            answer(scope, async move { Event::CardTokenised(api::post_token(tokenizer, card).await) });
        }
        Effect::Pay { key, request } => answer(scope, async move {
            let answer = api::post_payment(asked, key.clone(), request).await;
            Event::PayAnswered { key, answer }
        }),
        Effect::Cancel => answer(scope, async move { Event::CancelAnswered(api::post_cancel(asked).await) }),
        Effect::Fetch => answer(scope, async move {
            api::get_view(asked).await.map_or_else(Event::ViewFailed, Event::ViewArrived)
        }),
        Effect::Focus(place) => window.focus_next = Some(id_of(place)),
        Effect::Say(saying) => window.saying = Some(key_of(saying)),
        Effect::Tell(message) => window.tell(&message),
        Effect::Leave { url } => leave(window.ui, &url),
    }
}

fn answer(scope: &Scope<Root>, event: impl Future<Output = Event> + 'static) {
    scope.send_future(async move { Message::Happened(event.await) });
}

fn id_of(place: Place) -> &'static str {
    match place {
        Place::Heading => HEADING_ID,
        Place::Errors => ERROR_LIST_ID,
        Place::Notice => NOTICE_ID,
    }
}

fn key_of(saying: Saying) -> Key {
    match saying {
        Saying::Confirming => Key::Confirming,
        Saying::Paying => Key::PayingNote,
        Saying::Errors => Key::SayErrors,
        Saying::Notice(notice) => super::screens::notice_key(notice),
    }
}

/// A window of our own goes to the wallet and comes back. A frame stays: the payer opens the
/// wallet with a press, because browsers block windows that nobody asked for.
fn leave(ui: Ui, url: &str) {
    let framed = web_sys::window().is_none_or(|window| window.parent().ok().flatten().is_none_or(|parent| parent != window));
    if ui == Ui::Hosted && !framed
        && let Some(window) = web_sys::window()
    {
        let _ = window.location().assign(url);
    }
}

/// Copies a text, where the browser lets a frame do so.
pub(super) async fn copy(text: String) -> Message {
    let Some(window) = web_sys::window() else { return Message::Copied(Err(())) };
    let clipboard = window.navigator().clipboard();
    if clipboard.is_undefined() {
        return Message::Copied(Err(()));
    }
    Message::Copied(JsFuture::from(clipboard.write_text(&text)).await.map(drop).map_err(drop))
}
