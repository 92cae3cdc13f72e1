//! What the merchant's page asks.

use kassa_wire::embed::{FrameMessage, HostMessage};
use kassa_wire::view::SessionView;
use yew::Context;

use super::{happen, language};
use crate::checkout::{Consent, Event, Failure, Verdict};
use crate::shell::message::{Message, Request};
use crate::shell::perform;
use crate::shell::root::Root;

/// Does it.
pub(super) fn answer(root: &mut Root, ctx: &Context<Root>, message: HostMessage) {
    match message {
        HostMessage::Hello => root.window.tell(&FrameMessage::Ready),
        HostMessage::SetLocale { locale } => language::ask(root, ctx, locale),
        HostMessage::Refresh => serve(root, ctx, Request::Refresh),
        HostMessage::Lock => serve(root, ctx, Request::Lock),
        HostMessage::SetValidate { validate } => {
            let consent = if validate {
                Consent::Wanted
            } else {
                Consent::NotWanted
            };
            happen::happen(root, ctx, Event::ConsentWished(consent));
        }
        HostMessage::Agree { attempt: key } => {
            let verdict = Verdict::Agreed;
            happen::happen(root, ctx, Event::HostAnswered { key, verdict });
        }
        HostMessage::Refuse { attempt: key } => {
            let verdict = Verdict::Refused;
            happen::happen(root, ctx, Event::HostAnswered { key, verdict });
        }
    }
}

fn serve(root: &Root, ctx: &Context<Root>, request: Request) {
    if let Some(asked) = root.asked() {
        let told = move |answer| Message::HostServed(request, answer);
        perform::ask(ctx.link(), request.question(&asked), told);
    }
}

/// It was answered.
pub(super) fn served(
    root: &mut Root,
    ctx: &Context<Root>,
    request: Request,
    answer: Result<Box<SessionView>, Failure>,
) {
    let told = match (request, &answer) {
        (Request::Refresh, Ok(_)) => FrameMessage::Updated,
        (Request::Refresh, Err(Failure::Unanswered | Failure::Later(_))) => {
            let code = "network".to_owned();
            FrameMessage::Error { code }
        }
        (Request::Refresh, Err(Failure::Refused(..))) => FrameMessage::NotFound,
        (Request::Lock, Ok(_)) => FrameMessage::Locked,
        (Request::Lock, Err(_)) => FrameMessage::LockFailed,
    };
    let event = answer.map_or_else(Event::ViewFailed, Event::ViewArrived);
    happen::happen(root, ctx, event);
    root.window.tell(&told);
}
