//! Step 1: the payer's information, as a summary or as the form.

use kassa_wire::problem::FieldProblem;
use yew::{Html, html};

use super::notices::notices;
use super::{Screen, version};
use crate::checkout::{Checkout, Form, Report};
use crate::components::{self, Busy, FieldText, ListedError, error_list, error_text, field, heading, primary_button, summary};
use crate::i18n::Key;

/// The summary, to be confirmed or changed.
pub(super) fn review(screen: &Screen, checkout: &Checkout, busy: Busy) -> Html {
    let address = screen.address(checkout);
    html! {
        <>
            { notices(screen, checkout) }
            { heading(screen.text.text(Key::ReviewHeading), &screen.about(Key::ReviewLead, checkout)) }
            { summary(screen.text, &checkout.view, &address.form()) }
            { components::form(&address.page(), &[version(checkout)], html! {
                <>
                    { for checkout.view.payer.iter().map(|(name, value)| html! {
                        <input type="hidden" name={name.clone()} value={value.clone()} />
                    }) }
                    { confirm_button(screen, busy) }
                </>
            }) }
        </>
    }
}

/// The form.
pub(super) fn form(screen: &Screen, checkout: &Checkout, form: &Form, busy: Busy) -> Html {
    html! {
        <>
            { notices(screen, checkout) }
            { listed(screen, checkout, form) }
            { heading(screen.text.text(Key::FormHeading), screen.text.text(Key::FormLead)) }
            { components::form(&screen.address(checkout).page(), &[version(checkout)], html! {
                <div class="card fields">
                    { for checkout.view.fields.iter().map(|it| field(screen.text, it, &FieldText {
                        value: form.values.get(&it.name).cloned().unwrap_or_default(),
                        error: form.errors.iter().find(|error| error.field == it.name)
                            .map(|error| error_text(screen.text, error.code, it.max_length)),
                    })) }
                    { confirm_button(screen, busy) }
                </div>
            }) }
        </>
    }
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
        let field = checkout.view.fields.iter().find(|field| field.name == error.field)?;
        Some(ListedError {
            field: error.field.clone(),
            label: field.label.clone(),
            sentence: error_text(screen.text, error.code, field.max_length),
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
