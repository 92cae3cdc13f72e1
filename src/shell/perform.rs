//! Effects, carried out. Each answer comes back as a message.

use gloo_timers::callback::Timeout;
use kassa_wire::AttemptKey;
use kassa_wire::embed::FrameMessage;
use kassa_wire::page::Ui;
use kassa_wire::payer::PayerValues;
use kassa_wire::request::{CardDetails, PostPayment};
use kassa_wire::view::SessionView;
use yew::html::Scope;

use super::language;
use super::message::{Message, Request};
use super::root::{Root, Window};
use crate::api::{self, Asked};
use crate::checkout::{Effect, Event, Failure, Place, Saying, Verdict, Wish};
use crate::components::{ERROR_LIST_ID, HEADING_ID, NOTICE_ID};
use crate::i18n::Key;

/// How long the merchant's page may take to say whether a press of **Pay** counts.
const HOST_LIMIT_SECONDS: u32 = 15;

/// Carries out one effect. What takes time is one future for all, so that Yew's machinery around
/// futures is in the `.wasm` once.
pub(super) fn perform(window: &mut Window, scope: &Scope<Root>, asked: Asked, effect: Effect) {
    match effect {
        Effect::Focus(place) => window.focus_next = Some(id_of(place)),
        Effect::Say(saying) => window.saying = Some(key_of(saying)),
        Effect::Tell(message) => window.tell(&message),
        Effect::AskHost { key } => {
            window.tell(&FrameMessage::Validate {
                attempt: key.clone(),
            });
            let verdict = Verdict::Silent;
            let silent = Event::HostAnswered { key, verdict };
            window.host_limit = Some(happen_later(scope, HOST_LIMIT_SECONDS, silent));
        }
        Effect::Leave { url } => leave(window.ui, &url),
        Effect::Confirm { version, payer } => later(scope, Task::Confirm(asked, version, payer)),
        Effect::AskFields { country } => later(scope, Task::Fields(asked, country)),
        Effect::Tokenise {
            tokenizer,
            key,
            card,
        } => later(scope, Task::Tokenise(tokenizer, key, card)),
        Effect::Pay { key, request } => later(scope, Task::Pay(asked, key, request)),
        Effect::Choose { version, wish } => later(scope, Task::Choose(asked, version, wish)),
        Effect::Cancel => later(scope, Task::Cancel(asked)),
        Effect::Fetch => later(scope, Task::Fetch(asked)),
        Effect::LookLater { seconds } => {
            window.next_look = Some(happen_later(scope, seconds, Event::LookDue));
        }
    }
}

/// The pause before something happens. It ends with its value, and with the page.
fn happen_later(scope: &Scope<Root>, seconds: u32, event: Event) -> Timeout {
    let scope = scope.clone();
    Timeout::new(seconds.saturating_mul(1_000), move || {
        scope.send_message(Message::Happened(event));
    })
}

/// What takes time.
pub(super) enum Task {
    Confirm(Asked, u32, PayerValues),
    Fields(Asked, String),
    Tokenise(String, Option<String>, CardDetails),
    Pay(Asked, AttemptKey, PostPayment),
    Choose(Asked, u32, Wish),
    Cancel(Asked),
    Fetch(Asked),
    Serve(Request, Asked),
    Translate(Asked),
}

/// Starts what takes time; its answer comes as a message.
pub(super) fn later(scope: &Scope<Root>, task: Task) {
    let scope = scope.clone();
    wasm_bindgen_futures::spawn_local(async move { scope.send_message(done(task).await) });
}

/// Every question about the session is asked at one place, so that waiting for an answer is in the
/// `.wasm` once.
async fn done(task: Task) -> Message {
    let (question, answered) = match task {
        Task::Confirm(asked, version, payer) => (
            api::put_payer(&asked, version, &payer),
            Answered::By(Event::ConfirmAnswered),
        ),
        Task::Pay(asked, key, request) => (
            api::post_payment(&asked, &key, request),
            Answered::Paid(key),
        ),
        Task::Choose(asked, version, wish) => (
            api::put_extras(&asked, version, wish),
            Answered::By(Event::ExtrasAnswered),
        ),
        Task::Cancel(asked) => (
            api::post_cancel(&asked),
            Answered::By(Event::CancelAnswered),
        ),
        Task::Fetch(asked) => (api::get_view(&asked), Answered::Fetched),
        Task::Fields(asked, country) => {
            let fields = api::get_fields(&asked, &country).ask().await;
            return Message::Happened(Event::FieldsArrived(fields));
        }
        Task::Serve(request, asked) => (request.question(&asked), Answered::Served(request)),
        Task::Tokenise(tokenizer, key, card) => {
            let token = api::post_token(tokenizer, key, card).ask().await;
            let token = token.map(|card| card.token);
            return Message::Happened(Event::CardTokenised(token));
        }
        Task::Translate(asked) => return language::fetch(asked).await,
    };
    answered.message(question.ask().await)
}

/// What an answer about the session is an answer to.
enum Answered {
    By(fn(Result<Box<SessionView>, Failure>) -> Event),
    Paid(AttemptKey),
    Fetched,
    Served(Request),
}

impl Answered {
    fn message(self, answer: Result<Box<SessionView>, Failure>) -> Message {
        Message::Happened(match self {
            Self::By(event) => event(answer),
            Self::Paid(key) => Event::PayAnswered { key, answer },
            Self::Fetched => answer.map_or_else(Event::ViewFailed, Event::ViewArrived),
            Self::Served(request) => return Message::HostServed(request, answer),
        })
    }
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
        Saying::Asking => Key::ValidateWaiting,
        Saying::Paying => Key::PayingNote,
        Saying::Errors => Key::SayErrors,
        Saying::Total => Key::SayTotal,
        Saying::Online => Key::Online,
        Saying::CodeRefused => Key::DiscountUnknown,
        Saying::Notice(notice) => super::screens::notice_key(notice),
    }
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
