//! The payer's information as it was given, with **Change**.

use kassa::components::act;
use kassa::i18n::Key;
use kassa_wire::payer::field as names;
use kassa_wire::view::{FieldKind, FieldView, SessionView};
use maud::{Markup, html};

use super::Look;

/// All of it, to be confirmed.
pub(super) fn summary(look: &Look<'_>, view: &SessionView) -> Markup {
    let reach = [names::EMAIL, names::PHONE].map(|name| value(view, name));
    let own = view.fields.iter().filter_map(|field| custom(field, view));
    let lines = reach.into_iter().chain([address(look, view)]).chain(own);
    let known = html! {
        p .caption { (look.say(Key::SummaryLabel)) }
        p { bdi { (name(view)) } }
        @for line in lines.filter(|line| !line.is_empty()) {
            p .quiet { bdi { (line) } }
        }
    };
    framed(look, view, ("card summary", &known))
}

/// Who pays in one line, where they have said so already.
pub(super) fn brief(look: &Look<'_>, view: &SessionView) -> Markup {
    let known = html! {
        bdi { (name(view)) } " " bdi .quiet { (value(view, names::EMAIL)) }
    };
    framed(look, view, ("card summary brief", &known))
}

fn framed(look: &Look<'_>, view: &SessionView, (class, known): (&str, &Markup)) -> Markup {
    html! {
        section class=(class) aria-label=(look.say(Key::SummaryLabel)) {
            div { (known) }
            a href=(look.address(view).form()) data-act=(act::CHANGE)
                aria-label=(look.say(Key::ChangeInformation)) {
                (look.say(Key::Change))
            }
        }
    }
}

fn value(view: &SessionView, name: &str) -> String {
    view.payer.get(name).cloned().unwrap_or_default()
}

/// The names in the order in which the form asks for them.
fn name(view: &SessionView) -> String {
    let asked = view.fields.iter().map(|field| field.name.as_str());
    let names = asked.filter(|name| matches!(*name, names::FIRST_NAME | names::LAST_NAME));
    let given = names.filter_map(|name| view.payer.get(name));
    let given: Vec<_> = given.map(String::as_str).collect();
    given.join(" ")
}

/// The address in the order in which the form asks for it, and the country. A postal code and its
/// place are one word to their readers.
fn address(look: &Look<'_>, view: &SessionView) -> String {
    let mut address = String::new();
    let mut before = "";
    for field in view.fields.iter().filter(|field| is_address(&field.name)) {
        let text = read(look, field, &value(view, &field.name));
        if text.is_empty() {
            continue;
        }
        if !address.is_empty() {
            address.push_str(between(before, &field.name));
        }
        address.push_str(&text);
        before = &field.name;
    }
    let country = view.fields.iter().find(|it| it.name == names::COUNTRY);
    let country = country.map(|field| read(look, field, &value(view, names::COUNTRY)));
    let parts = [address, country.unwrap_or_default()];
    let parts: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(", ")
}

fn between(before: &str, after: &str) -> &'static str {
    match (before, after) {
        (names::POSTAL_CODE, names::CITY) | (names::CITY, names::POSTAL_CODE) => " ",
        (_, _) => ", ",
    }
}

fn is_address(name: &str) -> bool {
    let else_than = [
        names::FIRST_NAME,
        names::LAST_NAME,
        names::EMAIL,
        names::PHONE,
        names::COUNTRY,
    ];
    !else_than.contains(&name) && !name.starts_with(names::CUSTOM_PREFIX)
}

/// An answer to the recipient's own question. The question names no language: it is the merchant's.
fn custom(field: &FieldView, view: &SessionView) -> Option<String> {
    let value = view.payer.get(&field.name).filter(|it| !it.is_empty())?;
    let own = field.name.starts_with(names::CUSTOM_PREFIX);
    own.then(|| format!("{}: {}", field.label, label_of(&field.options, value)))
}

/// A value as it is read: a choice by its label.
fn read(look: &Look<'_>, field: &FieldView, value: &str) -> String {
    let options = match field.kind {
        FieldKind::Country => look.countries,
        FieldKind::Choice => &field.options,
        FieldKind::Text | FieldKind::Email | FieldKind::Phone => &[],
        FieldKind::Number | FieldKind::Date => &[],
    };
    label_of(options, value)
}

fn label_of(options: &[kassa_wire::view::OptionView], value: &str) -> String {
    let chosen = options.iter().find(|option| option.value == value);
    chosen.map_or(value, |option| &option.label).to_owned()
}
