//! From the page that the server made to the first state, which the server renders too.

use std::collections::BTreeMap;
use std::sync::Arc;

use kassa_wire::page::{self, CheckoutPage, Content, Page};
use kassa_wire::state::{MethodKind, SessionState};
use kassa_wire::view::{OptionView, SessionView};

use super::countries::name_countries;
use super::form::card::CardText;
use super::stage_of::{choice_of, form_of, stage_of};
use super::state::{Checkout, Consent, Extras, Form, Notice, Report, Stage, State};

/// What the payer typed and chose before the program was there, read from the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Early {
    /// Texts of the payer's fields by name.
    pub values: BTreeMap<String, String>,
    /// The chosen method.
    pub method: Option<MethodKind>,
    /// The card's fields.
    pub card: CardText,
}

/// The first state of a page. `early` changes texts and choices only, never what is on the screen:
/// the browser's first render must have the structure of the server's.
#[must_use]
pub fn open(page: Page, countries: &Arc<[OptionView]>, early: &Early) -> State {
    open_at(page, countries, early, later_stage)
}

/// The same, with someone who says where a page opens that does not ask for information.
pub fn open_at(
    page: Page,
    countries: &Arc<[OptionView]>,
    early: &Early,
    elsewhere: fn(&CheckoutPage, &Early) -> Stage,
) -> State {
    match page.content {
        Content::Checkout(checkout) => {
            let stage = information(&checkout, early);
            let stage = stage.unwrap_or_else(|| elsewhere(&checkout, early));
            let mut opened = open_checkout(*checkout, early, stage);
            name_countries(&mut opened.view.fields, countries);
            State::Checkout(Box::new(opened))
        }
        Content::NotFound => State::NotFound,
        Content::Trouble => State::Trouble,
    }
}

fn open_checkout(page: CheckoutPage, early: &Early, stage: Stage) -> Checkout {
    let waits = matches!(
        page.view.state,
        SessionState::Open | SessionState::Confirmed
    );
    let locked = (page.view.locked && waits).then_some(Notice::Locked);
    let refused = page.code.is_some();
    let typed = early.values.get("code").cloned();
    Checkout {
        view: page.view,
        stage,
        notice: page.notice.and_then(Notice::of_page).or(locked),
        extras: Extras {
            code: typed.or(page.code).unwrap_or_default(),
            refused,
            asked: None,
        },
        form_key: page.attempt_key,
        missed_looks: 0,
        consent: Consent::default(),
    }
}

fn information(page: &CheckoutPage, early: &Early) -> Option<Stage> {
    if !is_open(&page.view) || page.notice == Some(page::Notice::AlreadyPaid) {
        return None;
    }
    if page.editing || page.entered.is_some() {
        return Some(Stage::Editing(with_early(first_form(page), early)));
    }
    if page.view.state != SessionState::Open {
        return None;
    }
    Some(if page.view.problems.is_empty() {
        Stage::Reviewing
    } else {
        Stage::Editing(with_early(form_of(&page.view), early))
    })
}

fn is_open(view: &SessionView) -> bool {
    match view.state {
        SessionState::Open | SessionState::Confirmed => true,
        SessionState::Paying
        | SessionState::Complete
        | SessionState::Expired
        | SessionState::Cancelled => false,
    }
}

/// Whether a page asks for the payer's information first.
#[must_use]
pub fn asks_information(page: &CheckoutPage) -> bool {
    information(page, &Early::default()).is_some()
}

/// Where a page opens that asks for no information.
#[must_use]
pub fn later_stage(page: &CheckoutPage, early: &Early) -> Stage {
    if is_open(&page.view) && page.notice == Some(page::Notice::AlreadyPaid) {
        return Stage::AlreadyPaid;
    }
    let stage = stage_of(&page.view);
    if !matches!(stage, Stage::Choosing(_)) {
        return stage;
    }
    let mut choice = choice_of(&page.view, page.method);
    choice.method = early.method.or(choice.method);
    choice.card = early.card.clone();
    Stage::Choosing(choice)
}

fn first_form(page: &CheckoutPage) -> Form {
    let Some(entered) = &page.entered else {
        return form_of(&page.view);
    };
    let report = if page.errors.is_empty() {
        Report::Inline
    } else {
        Report::Listed
    };
    Form {
        values: entered.clone(),
        errors: page.errors.clone(),
        report,
        meant: None,
    }
}

fn with_early(mut form: Form, early: &Early) -> Form {
    let typed = early.values.iter();
    form.values
        .extend(typed.map(|(name, text)| (name.clone(), text.clone())));
    form
}
