//! One field of the payer's form: its label above, its error under it.

use kassa_wire::payer::field as names;
use kassa_wire::view::{FieldKind, FieldView};
use yew::Html;

use super::act;
use super::button::quiet_button;
use super::options::options;
use super::tag::{Tag, tag};
use super::unscripted::other_country;
use crate::i18n::{Catalogue, Key};

/// What is in a field, and what is said under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldText {
    /// Its text.
    pub value: String,
    /// What the server's page had in it: a list's HTML has this chosen for good, and the shell
    /// shows what else the payer chose.
    pub printed: String,
    /// What is wrong, in the payer's language.
    pub error: Option<String>,
    /// The email address that was probably meant.
    pub meant: Option<String>,
    /// Why it cannot be changed, where it cannot.
    pub set_by: Option<String>,
}

/// The id of a field's control by the field's name.
#[must_use]
pub fn id_of(name: &str) -> String {
    ["kassa-", name].concat()
}

/// The field.
pub fn field(text: &Catalogue, field: &FieldView, content: &FieldText) -> Html {
    if let Some(set_by) = &content.set_by {
        return settled(field, &content.value, set_by);
    }
    let id = id_of(&field.name);
    let optional = (!field.required).then(|| {
        tag("span")
            .class("optional")
            .text(&[" ", text.text(Key::Optional)].concat())
            .done()
    });
    let label = tag("label")
        .with("for", &id)
        .text(&field.label)
        .option(optional);
    let control = control(text, field, content)
        .with("name", &field.name)
        .maybe("autocomplete", autocomplete(&field.name))
        .maybe("aria-required", field.required.then_some("true"));
    let own = labelled(
        width(&field.name),
        label,
        control,
        &id,
        content.error.as_deref(),
    );
    let own = match field.kind {
        FieldKind::Email => own.option(content.meant.as_deref().map(|email| offer(text, email))),
        FieldKind::Country => own.child(other_country(text, &field.label)),
        FieldKind::Text
        | FieldKind::Phone
        | FieldKind::Choice
        | FieldKind::Number
        | FieldKind::Date => own,
    };
    own.keyed(&field.name).done()
}

/// What was probably meant, to be taken or not.
fn offer(text: &Catalogue, email: &str) -> Html {
    tag("p")
        .class("offer")
        .text(&text.fill(Key::EmailSlip, &[("email", email)]))
        .child(quiet_button(act::EMAIL, text.text(Key::EmailTake)))
        .done()
}

/// A field that the merchant has filled in for good.
fn settled(field: &FieldView, value: &str, set_by: &str) -> Html {
    tag("div")
        .class("field")
        .keyed(&field.name)
        .tag(tag("p").class("label").text(&field.label))
        .tag(tag("p").tag(tag("bdi").text(&read(field, value))))
        .tag(tag("p").class("quiet").text(set_by))
        .done()
}

/// A value as it is read: a choice by its label.
pub(super) fn read(field: &FieldView, value: &str) -> String {
    let chosen = field.options.iter().find(|option| option.value == value);
    chosen.map_or(value, |option| &option.label).to_owned()
}

/// A control with its label above and its error under it.
pub(super) fn labelled(
    class: &str,
    label: Tag,
    control: Tag,
    id: &str,
    error: Option<&str>,
) -> Tag {
    let error_id = [id, "-error"].concat();
    tag("div")
        .class(class)
        .tag(label)
        .tag(
            control
                .with("id", id)
                .maybe("aria-invalid", error.map(|_| "true"))
                .maybe("aria-describedby", error.map(|_| error_id.as_str())),
        )
        .option(error.map(|error| {
            tag("p")
                .class("error")
                .with("id", &error_id)
                .text(error)
                .done()
        }))
}

fn control(text: &Catalogue, field: &FieldView, content: &FieldText) -> Tag {
    match field.kind {
        FieldKind::Country | FieldKind::Choice => {
            let none = text.text(Key::ChooseOption);
            tag("select").child(options(none, &field.options, &content.printed))
        }
        FieldKind::Text
        | FieldKind::Email
        | FieldKind::Phone
        | FieldKind::Number
        | FieldKind::Date => {
            let (kind, keyboard) = keyboard(field.kind);
            tag("input")
                .with("type", kind)
                .maybe("inputmode", keyboard)
                .maybe("autocapitalize", keyboard.map(|_| "off"))
                .maybe("spellcheck", keyboard.map(|_| "false"))
                .with("enterkeyhint", "next")
                .with("dir", "auto")
                .maybe("placeholder", field.example.as_deref())
                .holding(&content.value)
        }
    }
}

/// The keyboard that a phone shows. An email is `text`: browsers rewrite the letters of other
/// scripts in `type="email"`.
fn keyboard(kind: FieldKind) -> (&'static str, Option<&'static str>) {
    match kind {
        FieldKind::Email => ("text", Some("email")),
        FieldKind::Phone => ("tel", Some("tel")),
        FieldKind::Number => ("text", Some("decimal")),
        FieldKind::Date => ("date", None),
        FieldKind::Text | FieldKind::Country | FieldKind::Choice => ("text", None),
    }
}

/// How browsers know what to fill in (HTML, 4.10.18.7).
fn autocomplete(name: &str) -> Option<&'static str> {
    Some(match name {
        names::FIRST_NAME => "given-name",
        names::LAST_NAME => "family-name",
        names::EMAIL => "email",
        names::PHONE => "tel",
        names::COUNTRY => "country",
        names::ADDRESS => "address-line1",
        names::DISTRICT => "address-level3",
        names::CITY => "address-level2",
        names::REGION => "address-level1",
        names::POSTAL_CODE => "postal-code",
        _ => return None,
    })
}

fn width(name: &str) -> &'static str {
    match name {
        names::FIRST_NAME | names::LAST_NAME => "field half",
        names::DISTRICT | names::CITY | names::REGION | names::POSTAL_CODE => "field half long",
        _ => "field",
    }
}
