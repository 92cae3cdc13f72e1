//! A card's fields. They have no `name`: a form sent without the program must not carry a card.

use yew::{Html, html};

use super::field::{FieldText, id_of};
use crate::checkout::form::card::field as names;
use crate::i18n::{Catalogue, Key};

struct Kind {
    name: &'static str,
    label: Key,
    autocomplete: &'static str,
    numeric: Option<&'static str>,
    class: &'static str,
}

const KINDS: [Kind; 4] = [
    Kind { name: names::NUMBER, label: Key::CardNumber, autocomplete: "cc-number", numeric: Some("numeric"), class: "field" },
    Kind { name: names::EXPIRY, label: Key::CardExpiry, autocomplete: "cc-exp", numeric: Some("numeric"), class: "field half" },
    Kind { name: names::CODE, label: Key::CardCode, autocomplete: "cc-csc", numeric: Some("numeric"), class: "field half" },
    Kind { name: names::HOLDER, label: Key::CardHolder, autocomplete: "cc-name", numeric: None, class: "field" },
];

/// The label of a card's field.
#[must_use]
pub fn label_of(name: &str) -> Option<Key> {
    KINDS.iter().find(|kind| kind.name == name).map(|kind| kind.label)
}

/// The fields with what `content` says is in each.
#[must_use]
pub fn card_fields(text: &Catalogue, content: impl Fn(&str) -> FieldText) -> Html {
    html! {
        <>
            <p class="without-scripts">{ text.text(Key::CardNeedsScripts) }</p>
            <div class="fields needs-scripts">
                { for KINDS.iter().map(|kind| card_field(text, kind, content(kind.name))) }
            </div>
        </>
    }
}

fn card_field(text: &Catalogue, kind: &Kind, content: FieldText) -> Html {
    let id = id_of(kind.name);
    let error_id = content.error.as_ref().map(|_| format!("{id}-error"));
    let placeholder = (kind.name == names::EXPIRY).then(|| text.text(Key::CardExpiryHint).to_owned());
    let last = kind.name == names::HOLDER;
    html! {
        <div class={kind.class}>
            <label for={id.clone()}>{ text.text(kind.label) }</label>
            <input {id} data-card={kind.name} type="text" inputmode={kind.numeric} autocomplete={kind.autocomplete}
                enterkeyhint={if last { "done" } else { "next" }} spellcheck="false" {placeholder}
                value={content.value} aria-invalid={error_id.as_ref().map(|_| "true")}
                aria-describedby={error_id.clone()} aria-required="true" />
            if let Some(error) = content.error {
                <p class="error" id={error_id}>{ error }</p>
            }
        </div>
    }
}
