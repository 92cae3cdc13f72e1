//! What the payer does to pay.

use web_sys::{Element, InputEvent};

use crate::checkout::Event;
use crate::checkout::form::card;
use crate::components::extras;
use crate::shell::message::Message;
use crate::shell::{chance, dom, early};

/// Something was typed or chosen that is not the payer's information.
pub(super) fn input(event: &InputEvent, control: &Element) -> Option<Message> {
    if let Some(name) = control.get_attribute("data-card") {
        return if event.is_composing() {
            composed(control, name)
        } else {
            card_typed(control, name)
        };
    }
    let (name, text) = dom::named_text(control)?;
    Some(Message::Happened(match name.as_str() {
        "method" => Event::MethodChosen(early::method_of(&text)?),
        extras::OPTION => Event::ShippingChosen(text),
        extras::CODE => Event::CodeEdited(text),
        _ => return None,
    }))
}

fn card_typed(control: &Element, name: String) -> Option<Message> {
    let typed = early::typed(control)?;
    let grouped = match name.as_str() {
        card::field::NUMBER => card::group_number(&typed.0, typed.1),
        card::field::EXPIRY => card::group_expiry(&typed.0, typed.1),
        _ => typed.clone(),
    };
    let stands = grouped == typed;
    let (text, caret) = grouped;
    let event = Event::CardEdited { name, text };
    Some(if stands {
        Message::Happened(event)
    } else {
        Message::CardTyped(event, caret)
    })
}

/// A text as it is: what an input method is still composing must not be touched.
fn composed(control: &Element, name: String) -> Option<Message> {
    let (text, _) = early::typed(control)?;
    Some(Message::Happened(Event::CardEdited { name, text }))
}

/// A field of the card was left.
pub(super) fn left(control: &Element) -> Option<Message> {
    let name = control.get_attribute("data-card")?;
    Some(Message::Happened(Event::CardLeft {
        name,
        this_month: chance::this_month(),
    }))
}

/// A form was sent that is not the payer's information.
pub(super) fn sent(button: &Element, intent: &str, retrying: &dyn Fn() -> bool) -> Option<Message> {
    Some(Message::Happened(match intent {
        "pay" if retrying() => Event::RetryPressed,
        "pay" => Event::PayPressed {
            key: chance::fresh_key()?,
            this_month: chance::this_month(),
        },
        extras::APPLY => Event::CodeApplied,
        extras::REMOVE => Event::CodeRemoved(button.get_attribute(extras::DATA_CODE)?),
        _ => return None,
    }))
}
