//! Step 1: the payer's information.

use kassa_wire::embed::FrameMessage;
use kassa_wire::payer::{PayerValues, field};
use kassa_wire::problem::{FieldCode, FieldProblem};
use kassa_wire::view::{FieldView, SessionView};

use super::arrival;
use super::consequence::{self, Consequence};
use super::country::{self, is_elsewhere};
use super::effect::{Effect, Place, Saying};
use super::event::Failure;
use super::form::{self, Checks, Unchecked};
use super::state::{Checkout, Draft, Form, Notice, Report, Stage};

/// A text changed. An error that is said goes away as soon as it is right; a new one waits until
/// the field is left. Another country has other fields.
pub(super) fn edit(
    checkout: &mut Checkout,
    name: &str,
    text: String,
    checks: &dyn Checks,
) -> Vec<Effect> {
    let Checkout {
        view,
        stage: Stage::Editing(form),
        ..
    } = checkout
    else {
        return Vec::new();
    };
    form.values.insert(name.to_owned(), text);
    if name == field::EMAIL {
        form.meant = None;
    }
    if let Some(place) = form.errors.iter().position(|error| error.field == name) {
        form.errors.remove(place);
        say_if_wrong(form, view, name, checks);
    }
    if name == field::COUNTRY {
        return country::ask(view, &form.values);
    }
    Vec::new()
}

/// A field was left: now is the time to say what is wrong with it, or what was probably meant.
pub(super) fn leave(checkout: &mut Checkout, name: &str, checks: &dyn Checks) -> Vec<Effect> {
    let Checkout {
        view,
        stage: Stage::Editing(form),
        ..
    } = checkout
    else {
        return Vec::new();
    };
    if name == field::EMAIL {
        form.meant = form.values.get(name).and_then(|text| form::slip(text));
    }
    form.errors.retain(|error| error.field != name);
    say_if_wrong(form, view, name, checks);
    Vec::new()
}

/// The address that was probably meant takes the place of what was typed.
pub(super) fn take_meant(checkout: &mut Checkout, checks: &dyn Checks) -> Vec<Effect> {
    let Stage::Editing(form) = &mut checkout.stage else {
        return Vec::new();
    };
    match form.meant.take() {
        Some(meant) => edit(checkout, field::EMAIL, meant, checks),
        None => Vec::new(),
    }
}

fn say_if_wrong(form: &mut Form, view: &SessionView, name: &str, checks: &dyn Checks) {
    let code = view
        .fields
        .iter()
        .find(|field| field.name == name)
        .and_then(|field| form::problem_of(field, &form.values, checks));
    form::say(&mut form.errors, name, code, &names_of(view));
}

fn names_of(view: &SessionView) -> Vec<&str> {
    let fields = view.fields.iter();
    fields.map(|field| field.name.as_str()).collect()
}

/// **Change**: the form, with what the server has.
pub(super) fn change(checkout: &mut Checkout) -> Vec<Effect> {
    if matches!(checkout.stage, Stage::Reviewing | Stage::Choosing(_)) {
        checkout.notice = None;
        checkout.stage = Stage::Editing(super::stage_of::form_of(&checkout.view));
    }
    Vec::new()
}

/// **Confirm information**. A second press finds `Confirming` and changes nothing. Where the fields
/// are another country's, because the right ones could not be had, the server alone knows them.
pub(super) fn confirm(checkout: &mut Checkout, checks: &dyn Checks) -> Vec<Effect> {
    let draft = match &checkout.stage {
        Stage::Reviewing => Draft::Summary,
        Stage::Editing(form) => Draft::Form(form.clone()),
        Stage::Confirming(_)
        | Stage::Choosing(_)
        | Stage::Paying(_)
        | Stage::Unanswered(_)
        | Stage::Following
        | Stage::Elsewhere(_)
        | Stage::Acting(_)
        | Stage::Pending
        | Stage::Paid
        | Stage::AlreadyPaid
        | Stage::Expired
        | Stage::Cancelling(_)
        | Stage::Cancelled => return Vec::new(),
    };
    if checkout.view.locked {
        return arrival::say(checkout, Notice::Locked);
    }
    let values = match &draft {
        Draft::Summary => &checkout.view.payer,
        Draft::Form(form) => &form.values,
    };
    match form::parse(&checkout.view.fields, values, checks) {
        Err(errors) if is_elsewhere(&checkout.view, values).is_none() => {
            refuse(checkout, draft, errors)
        }
        Ok(_) | Err(_) => ask(checkout, draft),
    }
}

fn ask(checkout: &mut Checkout, draft: Draft) -> Vec<Effect> {
    let payer = match &draft {
        Draft::Summary => checkout.view.payer.clone(),
        Draft::Form(form) => form.values.clone(),
    };
    checkout.notice = None;
    checkout.stage = Stage::Confirming(draft);
    vec![
        Effect::Confirm {
            version: checkout.view.version,
            payer,
        },
        Effect::Say(Saying::Confirming),
    ]
}

fn refuse(checkout: &mut Checkout, draft: Draft, found: Vec<FieldProblem>) -> Vec<Effect> {
    let mut errors = Vec::new();
    for problem in found {
        let order = names_of(&checkout.view);
        form::say(&mut errors, &problem.field, Some(problem.code), &order);
    }
    let values = match draft {
        Draft::Summary => checkout.view.payer.clone(),
        Draft::Form(form) => form.values,
    };
    let mut effects = country::ask(&checkout.view, &values);
    checkout.stage = Stage::Editing(Form {
        values,
        errors,
        report: Report::Listed,
        meant: None,
    });
    effects.extend([Effect::Focus(Place::Errors), Effect::Say(Saying::Errors)]);
    effects
}

/// Whether the payer gives their information, and nothing that others do is waited for.
pub(super) fn is_all(checkout: &Checkout) -> bool {
    let informs = matches!(
        checkout.stage,
        Stage::Reviewing | Stage::Editing(_) | Stage::Confirming(_)
    );
    informs && !checkout.view.locked
}

/// What the server's word needs could not be had. What it took it has: the next press is a change of
/// that.
pub(super) fn miss(
    checkout: &mut Checkout,
    answer: Option<Result<Box<SessionView>, Failure>>,
) -> Vec<Effect> {
    if let Some(answer) = answer
        && let Stage::Confirming(draft) = &checkout.stage
    {
        let draft = draft.clone();
        go_back(checkout, draft);
        if let Ok(view) = answer {
            checkout.view.version = checkout.view.version.max(view.version);
        }
    }
    arrival::say(checkout, Notice::Trouble)
}

/// The server's word on the information.
pub(super) fn answered(
    checkout: &mut Checkout,
    answer: Result<Box<SessionView>, Failure>,
) -> Vec<Effect> {
    let Stage::Confirming(draft) = &checkout.stage else {
        return answer.map_or_else(
            |_| vec![Effect::Fetch],
            |view| arrival::take(checkout, *view),
        );
    };
    let draft = draft.clone();
    match answer {
        Ok(view) => {
            checkout.stage = Stage::Reviewing;
            let mut effects = vec![Effect::Tell(FrameMessage::Confirm)];
            effects.extend(arrival::take(checkout, *view));
            effects
        }
        Err(Failure::Unanswered | Failure::Later(_)) => {
            go_back(checkout, draft);
            arrival::trouble(checkout)
        }
        Err(Failure::Refused(code, errors)) => {
            refused(checkout, draft, consequence::of(code), errors)
        }
    }
}

fn refused(
    checkout: &mut Checkout,
    draft: Draft,
    why: Consequence,
    errors: Vec<FieldProblem>,
) -> Vec<Effect> {
    match why {
        Consequence::Fields => refuse(checkout, draft, own_names(errors)),
        Consequence::Stale => {
            go_back(checkout, draft);
            let mut effects = arrival::say(checkout, Notice::Stale);
            effects.push(Effect::Fetch);
            effects
        }
        Consequence::Expired
        | Consequence::Cancelled
        | Consequence::AlreadyPaid
        | Consequence::InProgress => arrival::close(checkout, why),
        Consequence::Locked => {
            go_back(checkout, draft);
            arrival::locked(checkout)
        }
        Consequence::NotFound | Consequence::Card | Consequence::Method | Consequence::Fault => {
            go_back(checkout, draft);
            arrival::trouble(checkout)
        }
    }
}

fn go_back(checkout: &mut Checkout, draft: Draft) {
    checkout.stage = match draft {
        Draft::Summary => Stage::Reviewing,
        Draft::Form(form) => Stage::Editing(form),
    };
}

/// The server names fields by their path in the request; the form by their own names.
fn own_names(errors: Vec<FieldProblem>) -> Vec<FieldProblem> {
    let own = |field: String| {
        field
            .strip_prefix("payer.")
            .map_or(field.clone(), str::to_owned)
    };
    errors
        .into_iter()
        .map(|error| FieldProblem {
            field: own(error.field),
            code: error.code,
        })
        .collect()
}

/// What was typed, with what the server has where nothing was typed: after a change elsewhere, or in
/// another country.
pub(super) fn merge(
    mut form: Form,
    old: &PayerValues,
    new: &PayerValues,
    fields: &[FieldView],
) -> Form {
    let said = std::mem::take(&mut form.errors);
    for field in fields {
        let text = |values: &PayerValues| values.get(&field.name).cloned().unwrap_or_default();
        let (had, has, typed) = (text(old), text(new), text(&form.values));
        let taken = had == typed && has != typed;
        if taken {
            form.values.insert(field.name.clone(), has);
        }
        let error = said.iter().find(|error| error.field == field.name);
        let code = error.and_then(|error| {
            let found = found_elsewhere(error.code).filter(|_| !taken);
            form::problem_of(field, &form.values, &Unchecked).or(found)
        });
        form.errors.extend(code.map(|code| FieldProblem {
            field: field.name.clone(),
            code,
        }));
    }
    form
}

/// What rules alone do not find is wrong until the text is another one.
fn found_elsewhere(code: FieldCode) -> Option<FieldCode> {
    matches!(code, FieldCode::InvalidFormat | FieldCode::InvalidPhone).then_some(code)
}
