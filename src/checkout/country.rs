//! The fields follow the country that is chosen in the form.

use kassa_wire::payer::{PayerValues, field};
use kassa_wire::view::{FieldsView, SessionView};

use super::countries::keep_countries;
use super::effect::Effect;
use super::event::Failure;
use super::information::merge;
use super::state::{Checkout, Report, Stage};

/// The country in the form, where the fields on the screen are another one's.
pub(super) fn is_elsewhere<'a>(view: &SessionView, typed: &'a PayerValues) -> Option<&'a str> {
    let country = typed.get(field::COUNTRY)?.as_str();
    (!country.is_empty() && country != view.country.as_str()).then_some(country)
}

/// Asks for its fields then.
pub(super) fn ask(view: &SessionView, typed: &PayerValues) -> Vec<Effect> {
    let country = is_elsewhere(view, typed).map(str::to_owned);
    let ask = country.map(|country| Effect::AskFields { country });
    ask.into_iter().collect()
}

/// The fields of a country are here. If another one was chosen since, its own are on their way. All
/// that was typed stays, also where the new country has no field for it.
pub(super) fn arrived(
    checkout: &mut Checkout,
    answer: Result<Box<FieldsView>, Failure>,
) -> Vec<Effect> {
    let (Stage::Editing(form), Ok(answer)) = (&checkout.stage, answer) else {
        return Vec::new();
    };
    let wanted = form.values.get(field::COUNTRY);
    if wanted.is_some_and(|wanted| wanted == answer.country.as_str()) {
        let view = &mut checkout.view;
        let FieldsView {
            country,
            mut fields,
        } = *answer;
        keep_countries(&view.fields, &mut fields);
        let mut form = merge(form.clone(), &view.payer, &view.payer, &fields);
        view.country = country;
        view.fields = fields;
        if form.errors.is_empty() {
            form.report = Report::Inline;
        }
        checkout.stage = Stage::Editing(form);
    }
    Vec::new()
}

/// A view arrived while the form has another country in it: its fields stay, and in another language
/// they are asked for anew.
pub(super) fn keep_fields(checkout: &mut Checkout, view: &mut SessionView) -> Vec<Effect> {
    let Stage::Editing(form) = &checkout.stage else {
        return Vec::new();
    };
    let old = &checkout.view;
    if is_elsewhere(view, &form.values).is_some() && view.locale == old.locale {
        view.country = old.country;
        view.fields = std::mem::take(&mut checkout.view.fields);
    }
    ask(view, &form.values)
}
