//! Step 1: the payer's information, as a summary or as the form.

use kassa_wire::problem::FieldProblem;
use kassa_wire::view::{FieldKind, FieldMode, FieldView};
use yew::Html;

use super::drawn::drawn;
use super::notices::notices;
use super::{Screen, version};
use crate::checkout::{Checkout, Form, Report};
use crate::components::tag::{row, tag};
use crate::components::{
    self, Busy, FieldText, ListedError, beginning, error_list, error_text, field, heading,
    hidden_input, primary_button,
};
use crate::i18n::Key;

/// The summary, to be confirmed or changed.
pub(super) fn review(screen: &Screen, checkout: &Checkout, busy: Busy) -> Html {
    let address = screen.address(checkout);
    let payer = checkout
        .view
        .payer
        .iter()
        .map(|(name, value)| hidden_input(name, value));
    let controls = payer.chain([confirm_button(screen, busy)]).collect();
    row(vec![
        notices(screen, checkout),
        heading(
            screen.text.text(Key::ReviewHeading),
            &screen.about(Key::ReviewLead, checkout),
        ),
        drawn(checkout),
        components::form(&address.page(), &[version(checkout)], row(controls)),
    ])
}

/// The form.
pub(super) fn form(screen: &Screen, checkout: &Checkout, form: &Form, busy: Busy) -> Html {
    let fields = checkout
        .view
        .fields
        .iter()
        .map(|it| field(screen.text, it, &content_of(screen, checkout, form, it)));
    let card = tag("div")
        .class("card fields")
        .children(fields)
        .child(confirm_button(screen, busy));
    row(vec![
        notices(screen, checkout),
        listed(screen, checkout, form),
        heading(
            screen.text.text(Key::FormHeading),
            screen.text.text(Key::FormLead),
        ),
        components::form(
            &screen.address(checkout).page(),
            &[version(checkout)],
            row(vec![
                beginning(&checkout.view.fields, &form.values),
                card.done(),
            ]),
        ),
    ])
}

fn content_of(screen: &Screen, checkout: &Checkout, form: &Form, field: &FieldView) -> FieldText {
    let error = form.errors.iter().find(|error| error.field == field.name);
    FieldText {
        value: form.values.get(&field.name).cloned().unwrap_or_default(),
        printed: screen.printed(&field.name).to_owned(),
        meant: form
            .meant
            .clone()
            .filter(|_| field.kind == FieldKind::Email),
        set_by: match field.mode {
            FieldMode::Editable => None,
            FieldMode::ReadOnly => Some(screen.about(Key::SetBy, checkout)),
        },
        error: error.map(|error| error_of(screen, error, field)),
    }
}

fn error_of(screen: &Screen, error: &FieldProblem, field: &FieldView) -> String {
    error_text(
        screen.text,
        error.code,
        field.max_length,
        field.example.as_deref(),
    )
}

fn confirm_button(screen: &Screen, busy: Busy) -> Html {
    let key = match busy {
        Busy::No => Key::Confirm,
        Busy::Yes => Key::Confirming,
    };
    primary_button("confirm", screen.text.text(key), busy)
}

fn listed(screen: &Screen, checkout: &Checkout, form: &Form) -> Html {
    let listed = |error: &FieldProblem| {
        let field = checkout
            .view
            .fields
            .iter()
            .find(|field| field.name == error.field)?;
        Some(ListedError {
            field: error.field.clone(),
            label: field.label.clone(),
            sentence: error_of(screen, error, field),
        })
    };
    match form.report {
        Report::Inline => Html::default(),
        Report::Listed => {
            let errors: Vec<_> = form.errors.iter().filter_map(listed).collect();
            error_list(screen.text.text(Key::ErrorsHeading), &errors)
        }
    }
}
