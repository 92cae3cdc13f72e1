//! The payer's information as a summary, with **Change**.

use kassa_wire::payer::field as names;
use kassa_wire::view::{FieldView, SessionView};
use yew::Html;

use super::act;
use super::field::read;
use super::tag::{Tag, tag};
use crate::i18n::{Catalogue, Key};

const NAME: &[&str] = &[names::FIRST_NAME, names::LAST_NAME];
const PLACE: &[&str] = &[
    names::ADDRESS,
    names::DISTRICT,
    names::CITY,
    names::REGION,
    names::POSTAL_CODE,
];

/// The summary, in the order of the fields. `change` is where the form is without a program.
pub fn summary(text: &Catalogue, view: &SessionView, change: &str) -> Html {
    let place = [PLACE, &[names::COUNTRY]].map(|names| joined(view, names, ", "));
    let place = place.join(if place.iter().any(String::is_empty) {
        ""
    } else {
        ", "
    });
    let contact = [names::EMAIL, names::PHONE].map(|name| joined(view, &[name], ""));
    let own = view.fields.iter().filter_map(|field| custom(view, field));
    let lines = contact.into_iter().chain([place]).chain(own);
    let lines = lines.filter(|line| !line.is_empty());
    let known = tag("div")
        .tag(tag("p").class("caption").text(text.text(Key::SummaryLabel)))
        .tag(tag("p").tag(tag("bdi").text(&joined(view, NAME, " "))))
        .children(lines.map(|line| tag("p").class("quiet").tag(tag("bdi").text(&line)).done()));
    framed(text, ("card summary", known), change)
}

/// Who pays in one line, where they have said so already.
pub fn brief(text: &Catalogue, view: &SessionView, change: &str) -> Html {
    let known = tag("div")
        .tag(tag("bdi").text(&joined(view, NAME, " ")))
        .text(" ")
        .tag(
            tag("bdi")
                .class("quiet")
                .text(&joined(view, &[names::EMAIL], "")),
        );
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

/// What is in some of the fields, in the fields' order.
fn joined(view: &SessionView, names: &[&str], between: &str) -> String {
    let fields = view.fields.iter();
    let wanted = fields.filter(|field| names.contains(&field.name.as_str()));
    let filled = wanted.filter_map(|field| filled(view, field));
    filled.collect::<Vec<_>>().join(between)
}

fn custom(view: &SessionView, field: &FieldView) -> Option<String> {
    let own = field.name.starts_with(names::CUSTOM_PREFIX);
    let value = filled(view, field).filter(|_| own)?;
    Some([&field.label, ": ", &value].concat())
}

fn filled(view: &SessionView, field: &FieldView) -> Option<String> {
    let value = view.payer.get(&field.name).filter(|text| !text.is_empty());
    value.map(|value| read(field, value))
}
