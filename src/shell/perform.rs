//! Effects, carried out. Each answer comes back as a message.

use yew::html::Scope;

use super::later;
use super::message::Message;
use super::root::{Root, Window};
use crate::api::{self, Asked, Question, Shape};
use crate::checkout::{Effect, Event, Failure, Place, Saying};
use crate::components::{ERROR_LIST_ID, HEADING_ID, NOTICE_ID};
use crate::i18n::Key;

/// Carries out one effect.
pub(super) fn perform(window: &mut Window, scope: &Scope<Root>, asked: &Asked, effect: Effect) {
    match effect {
        Effect::Focus(place) => window.focus_next = Some(id_of(place)),
        Effect::Say(saying) => window.saying = Some(key_of(saying)),
        Effect::Confirm { version, payer } => {
            let question = api::put_payer(asked, version, &payer);
            ask(scope, question, |answer| {
                Message::Happened(Event::ConfirmAnswered(answer))
            });
            later::fetch();
        }
        Effect::AskFields { country } => {
            ask(scope, api::get_fields(asked, &country), |fields| {
                Message::Happened(Event::FieldsArrived(fields))
            });
        }
        Effect::Tell(_)
        | Effect::AskHost { .. }
        | Effect::Tokenise { .. }
        | Effect::Pay { .. }
        | Effect::Choose { .. }
        | Effect::Cancel
        | Effect::Fetch
        | Effect::LookLater { .. }
        | Effect::Leave { .. } => {
            if let Some(later) = later::here() {
                (later.perform)(window, scope, asked, effect);
            }
        }
    }
}

/// Asks; the answer comes as a message.
pub(super) fn ask<T: Shape + 'static>(
    scope: &Scope<Root>,
    question: Question<T>,
    told: impl FnOnce(Result<T, Failure>) -> Message + 'static,
) {
    let scope = scope.clone();
    question.ask(move |answer| scope.send_message(told(answer)));
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
