//! One field of the payer's form: its label above, its error under it.

use kassa_wire::payer::field as names;
use kassa_wire::view::{FieldKind, FieldView};
use yew::{Html, classes, html};

use crate::i18n::{Catalogue, Key};

/// What is in a field, and what is said under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldText {
    /// Its text.
    pub value: String,
    /// What is wrong, in the payer's language.
    pub error: Option<String>,
}

/// The id of a field's control by the field's name.
#[must_use]
pub fn id_of(name: &str) -> String {
    format!("kassa-{name}")
}

/// The field.
#[must_use]
pub fn field(text: &Catalogue, field: &FieldView, content: &FieldText) -> Html {
    let id = id_of(&field.name);
    let error_id = format!("{id}-error");
    html! {
        <div class={classes!("field", width(&field.name))}>
            <label for={id.clone()}>
                { &field.label }
                if !field.required {
                    <span class="optional">{ " " }{ text.text(Key::Optional) }</span>
                }
            </label>
            { control(text, field, content, id, content.error.as_ref().map(|_| error_id.clone())) }
            if let Some(error) = &content.error {
                <p class="error" id={error_id}>{ error }</p>
            }
        </div>
    }
}

fn control(text: &Catalogue, field: &FieldView, content: &FieldText, id: String, error: Option<String>) -> Html {
    let invalid = error.is_some().then_some("true");
    let name = field.name.clone();
    let autocomplete = autocomplete(&field.name);
    match field.kind {
        FieldKind::Country | FieldKind::Choice => html! {
            <select {id} {name} {autocomplete} aria-invalid={invalid} aria-describedby={error} aria-required={required(field)}>
                <option value="" selected={content.value.is_empty()}>{ text.text(Key::ChooseOption) }</option>
                { for field.options.iter().map(|option| html! {
                    <option value={option.value.clone()} selected={option.value == content.value}>{ &option.label }</option>
                }) }
            </select>
        },
        FieldKind::Text | FieldKind::Email | FieldKind::Phone => {
            let (kind, inputmode) = keyboard(field.kind);
            let plain = inputmode.map(|_| "off");
            html! {
                <input {id} {name} type={kind} {inputmode} {autocomplete} enterkeyhint="next"
                    autocapitalize={plain} spellcheck={plain.map(|_| "false")} dir="auto"
                    value={content.value.clone()} aria-invalid={invalid} aria-describedby={error}
                    aria-required={required(field)} />
            }
        }
    }
}

fn required(field: &FieldView) -> Option<&'static str> {
    field.required.then_some("true")
}

/// The keyboard that a phone shows. An email is `text`: browsers rewrite the letters of other
/// scripts in `type="email"`.
fn keyboard(kind: FieldKind) -> (&'static str, Option<&'static str>) {
    match kind {
        FieldKind::Email => ("text", Some("email")),
        FieldKind::Phone => ("tel", Some("tel")),
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
        names::CITY => "address-level2",
        names::REGION => "address-level1",
        names::POSTAL_CODE => "postal-code",
        _ => return None,
    })
}

fn width(name: &str) -> Option<&'static str> {
    match name {
        names::FIRST_NAME | names::LAST_NAME => Some("half"),
        names::CITY | names::REGION | names::POSTAL_CODE => Some("half long"),
        _ => None,
    }
}
