//! A card's fields. They have no `name`: a form sent without the program must not carry a card.

use yew::Html;

use super::field::{FieldText, id_of, labelled};
use super::tag::{row, tag};
use crate::checkout::form::card::field as names;
use crate::i18n::{Catalogue, Key};

struct Kind {
    name: &'static str,
    label: Key,
    autocomplete: &'static str,
    numeric: Option<&'static str>,
    /// How many characters it takes, where more are surely a slip; the number is cut as it is grouped.
    length: Option<&'static str>,
    class: &'static str,
}

const KINDS: [Kind; 4] = [
    Kind {
        name: names::NUMBER,
        label: Key::CardNumber,
        autocomplete: "cc-number",
        numeric: Some("numeric"),
        length: None,
        class: "field",
    },
    Kind {
        name: names::EXPIRY,
        label: Key::CardExpiry,
        autocomplete: "cc-exp",
        numeric: Some("numeric"),
        length: Some("9"),
        class: "field half",
    },
    Kind {
        name: names::CODE,
        label: Key::CardCode,
        autocomplete: "cc-csc",
        numeric: Some("numeric"),
        length: Some("4"),
        class: "field half",
    },
    Kind {
        name: names::HOLDER,
        label: Key::CardHolder,
        autocomplete: "cc-name",
        numeric: None,
        length: None,
        class: "field",
    },
];

/// The label of a card's field.
#[must_use]
pub fn label_of(name: &str) -> Option<Key> {
    KINDS
        .iter()
        .find(|kind| kind.name == name)
        .map(|kind| kind.label)
}

/// The fields with what `content` says is in each.
pub fn card_fields(text: &Catalogue, content: impl Fn(&str) -> FieldText) -> Html {
    let fields = KINDS
        .iter()
        .map(|kind| card_field(text, kind, &content(kind.name)));
    row(vec![
        tag("p")
            .class("without-scripts")
            .text(text.text(Key::CardNeedsScripts))
            .done(),
        tag("div")
            .class("fields needs-scripts")
            .children(fields)
            .done(),
    ])
}

fn card_field(text: &Catalogue, kind: &Kind, content: &FieldText) -> Html {
    let id = id_of(kind.name);
    let hint = (kind.name == names::EXPIRY).then(|| text.text(Key::CardExpiryHint));
    let enter = if kind.name == names::HOLDER {
        "done"
    } else {
        "next"
    };
    let label = tag("label").with("for", &id).text(text.text(kind.label));
    let control = tag("input")
        .with("data-card", kind.name)
        .with("type", "text")
        .maybe("dir", kind.numeric.map(|_| "ltr"))
        .maybe("inputmode", kind.numeric)
        .with("autocomplete", kind.autocomplete)
        .with("enterkeyhint", enter)
        .with("spellcheck", "false")
        .maybe("maxlength", kind.length)
        .maybe("placeholder", hint)
        .with("aria-required", "true")
        .holding(&content.value);
    labelled(kind.class, label, control, &id, content.error.as_deref()).done()
}
