//! The payer's information as a summary, with **Change**.

use kassa_wire::payer::{PayerValues, field as names};
use kassa_wire::view::{FieldKind, FieldView, SessionView};
use yew::Html;

use super::act;
use super::tag::{Tag, tag};
use crate::i18n::{Catalogue, Key};

/// The summary. `change` is where the form is without a program.
pub fn summary(text: &Catalogue, view: &SessionView, change: &str) -> Html {
    let payer = &view.payer;
    let name = joined(payer, &[names::FIRST_NAME, names::LAST_NAME], " ");
    let lines = [names::EMAIL, names::PHONE]
        .into_iter()
        .filter_map(|name| payer.get(name).cloned());
    let own = view.fields.iter().filter_map(|field| custom(field, payer));
    let lines = lines
        .chain([address(view)])
        .chain(own)
        .filter(|line| !line.is_empty());
    let known = tag("div")
        .tag(tag("p").class("caption").text(text.text(Key::SummaryLabel)))
        .tag(tag("p").tag(tag("bdi").text(&name)))
        .children(lines.map(|line| tag("p").class("quiet").tag(tag("bdi").text(&line)).done()));
    framed(text, ("card summary", known), change)
}

/// Who pays in one line, where they have said so already.
pub fn brief(text: &Catalogue, view: &SessionView, change: &str) -> Html {
    let payer = &view.payer;
    let name = joined(payer, &[names::FIRST_NAME, names::LAST_NAME], " ");
    let email = joined(payer, &[names::EMAIL], "");
    let known = tag("div")
        .tag(tag("bdi").text(&name))
        .text(" ")
        .tag(tag("bdi").class("quiet").text(&email));
    framed(text, ("card summary brief", known), change)
}

fn framed(text: &Catalogue, (class, known): (&str, Tag), change: &str) -> Html {
    let change = tag("a")
        .with("href", change)
        .with("data-act", act::CHANGE)
        .with("aria-label", text.text(Key::ChangeInformation))
        .text(text.text(Key::Change));
    tag("section")
        .class(class)
        .with("aria-label", text.text(Key::SummaryLabel))
        .tag(known)
        .tag(change)
        .done()
}

fn joined(payer: &PayerValues, names: &[&str], between: &str) -> String {
    let filled = names
        .iter()
        .filter_map(|name| payer.get(*name))
        .filter(|text| !text.is_empty());
    filled.map(String::as_str).collect::<Vec<_>>().join(between)
}

fn address(view: &SessionView) -> String {
    let place = joined(&view.payer, &[names::POSTAL_CODE, names::CITY], " ");
    let get = |name: &str| view.payer.get(name).cloned().unwrap_or_default();
    let country = view
        .fields
        .iter()
        .find(|field| field.name == names::COUNTRY);
    let country = country.map_or_else(String::new, |field| read(field, &get(names::COUNTRY)));
    let parts = [get(names::ADDRESS), place, get(names::REGION), country];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

fn custom(field: &FieldView, payer: &PayerValues) -> Option<String> {
    let value = payer.get(&field.name).filter(|text| !text.is_empty())?;
    let own = field.name.starts_with(names::CUSTOM_PREFIX);
    own.then(|| [&field.label, ": ", &read(field, value)].concat())
}

/// A value as it is read: a choice by its label.
fn read(field: &FieldView, value: &str) -> String {
    match field.kind {
        FieldKind::Country | FieldKind::Choice => {
            let chosen = field.options.iter().find(|option| option.value == value);
            chosen.map_or(value, |option| &option.label).to_owned()
        }
        FieldKind::Text | FieldKind::Email | FieldKind::Phone => value.to_owned(),
    }
}
