//! What the shell hears once the information is confirmed.

use gloo_timers::callback::Timeout;
use kassa_wire::embed::FrameMessage;
use yew::Context;

use super::{happen, host, language};
use crate::bridge::Bridge;
use crate::checkout::State;
use crate::shell::message::Message;
use crate::shell::root::Root;

/// How long to wait before a broken stream is opened again, in milliseconds.
const REOPEN_AFTER_MS: u32 = 5_000;

/// It is there: it listens to the merchant's page.
pub(super) fn wake(root: &mut Root, ctx: &Context<Root>) {
    let State::Checkout(checkout) = &root.state else {
        return;
    };
    let view = &checkout.view;
    let ask = ctx.link().callback(Message::Asked);
    root.window.bridge = Bridge::connect(&view.id, &view.origins, move |message| ask.emit(message));
    root.window.tell(&FrameMessage::Ready);
}

/// What follows from a message.
pub(super) fn update(root: &mut Root, ctx: &Context<Root>, message: Message) {
    match message {
        Message::Happened(event) => happen::happen(root, ctx, event),
        Message::CardTyped(event, caret) => {
            root.window.caret_next = Some(caret);
            happen::happen(root, ctx, event);
        }
        Message::LanguageWanted(locale) => language::ask(root, ctx, locale),
        Message::LanguageArrived(translation) => {
            language::change(root, ctx, translation.map(|it| *it));
        }
        Message::Asked(asked) => host::answer(root, ctx, asked),
        Message::HostServed(request, answer) => host::served(root, ctx, request, answer),
        Message::StreamBroke => reopen_stream(root, ctx),
        Message::StreamDue => root.open_stream(ctx),
        Message::LaterWanted | Message::LaterCame => {}
    }
}

fn reopen_stream(root: &mut Root, ctx: &Context<Root>) {
    root.window.stream = None;
    let due = ctx.link().callback(|()| Message::StreamDue);
    root.window
        .timers
        .push(Timeout::new(REOPEN_AFTER_MS, move || due.emit(())));
}
