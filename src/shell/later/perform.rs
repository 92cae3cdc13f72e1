//! Effects that paying has.

use gloo_timers::callback::Timeout;
use kassa_wire::AttemptKey;
use kassa_wire::embed::FrameMessage;
use kassa_wire::page::Ui;
use kassa_wire::view::SessionView;
use yew::html::Scope;

use crate::api::{self, AskView, Asked};
use crate::checkout::{Effect, Event, Failure, Verdict};
use crate::shell::message::Message;
use crate::shell::perform::ask;
use crate::shell::root::{Root, Window};

/// How long the merchant's page may take to say whether a press of **Pay** counts.
const HOST_LIMIT_SECONDS: u32 = 15;

/// Carries out one effect.
pub(super) fn perform(window: &mut Window, scope: &Scope<Root>, asked: &Asked, effect: Effect) {
    match effect {
        Effect::AskHost { key } => ask_host(window, scope, key),
        Effect::Leave { url } => leave(window.ui, &url),
        Effect::Tokenise {
            tokenizer,
            key,
            card,
        } => ask(scope, api::post_token(tokenizer, key, card), |token| {
            Message::Happened(Event::CardTokenised(token.map(|card| card.token)))
        }),
        Effect::Pay { key, request } => {
            let question = api::post_payment(asked, &key, request);
            ask(scope, question, |answer| {
                Message::Happened(Event::PayAnswered { key, answer })
            });
        }
        Effect::Choose { version, wish } => {
            view(
                scope,
                api::put_extras(asked, version, wish),
                Event::ExtrasAnswered,
            );
        }
        Effect::Cancel => view(scope, api::post_cancel(asked), Event::CancelAnswered),
        Effect::Fetch => view(scope, api::get_view(asked), |answer| {
            answer.map_or_else(Event::ViewFailed, Event::ViewArrived)
        }),
        Effect::LookLater { seconds } => {
            window.next_look = Some(happen_later(scope, seconds, Event::LookDue));
        }
        Effect::Tell(message) => window.tell(&message),
        // These are carried out before it comes to this.
        Effect::Confirm { .. } | Effect::AskFields { .. } | Effect::Focus(_) | Effect::Say(_) => {}
    }
}

fn view(
    scope: &Scope<Root>,
    question: AskView,
    event: fn(Result<Box<SessionView>, Failure>) -> Event,
) {
    ask(scope, question, move |answer| {
        Message::Happened(event(answer))
    });
}

fn ask_host(window: &mut Window, scope: &Scope<Root>, key: AttemptKey) {
    window.tell(&FrameMessage::Validate {
        attempt: key.clone(),
    });
    let verdict = Verdict::Silent;
    let silent = Event::HostAnswered { key, verdict };
    window.host_limit = Some(happen_later(scope, HOST_LIMIT_SECONDS, silent));
}

/// The pause before something happens. It ends with its value, and with the page.
fn happen_later(scope: &Scope<Root>, seconds: u32, event: Event) -> Timeout {
    let scope = scope.clone();
    Timeout::new(seconds.saturating_mul(1_000), move || {
        scope.send_message(Message::Happened(event));
    })
}

/// A window of our own goes to the wallet and comes back. A frame stays: the payer opens the
/// wallet with a press, because browsers block windows that nobody asked for.
fn leave(ui: Ui, url: &str) {
    let framed = web_sys::window().is_none_or(|window| {
        window
            .parent()
            .ok()
            .flatten()
            .is_none_or(|parent| parent != window)
    });
    if ui == Ui::Hosted
        && !framed
        && let Some(window) = web_sys::window()
    {
        let _ = window.location().assign(url);
    }
}
