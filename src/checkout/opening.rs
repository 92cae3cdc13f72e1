//! From the page that the server made to the first state, which the server renders too.

use std::collections::BTreeMap;
use std::sync::Arc;

use kassa_wire::page::{self, CheckoutPage, Content, Page};
use kassa_wire::state::{MethodKind, SessionState};
use kassa_wire::view::OptionView;

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
pub fn open(page: &Page, countries: &Arc<[OptionView]>, early: &Early) -> State {
    match &page.content {
        Content::Checkout(checkout) => {
            let mut state = open_checkout(checkout, early);
            name_countries(&mut state.view, countries);
            State::Checkout(Box::new(state))
        }
        Content::NotFound => State::NotFound,
        Content::Trouble => State::Trouble,
    }
}

fn open_checkout(page: &CheckoutPage, early: &Early) -> Checkout {
    let waits = matches!(
        page.view.state,
        SessionState::Open | SessionState::Confirmed
    );
    let locked = (page.view.locked && waits).then_some(Notice::Locked);
    let typed = early.values.get("code");
    Checkout {
        view: page.view.clone(),
        stage: with_early(first_stage(page), early),
        notice: page.notice.and_then(Notice::of_page).or(locked),
        extras: Extras {
            code: typed.or(page.code.as_ref()).cloned().unwrap_or_default(),
            refused: page.code.is_some(),
            asked: None,
        },
        form_key: page.attempt_key.clone(),
        missed_looks: 0,
        consent: Consent::default(),
    }
}

fn first_stage(page: &CheckoutPage) -> Stage {
    let is_open = match page.view.state {
        SessionState::Open | SessionState::Confirmed => true,
        SessionState::Paying
        | SessionState::Complete
        | SessionState::Expired
        | SessionState::Cancelled => false,
    };
    if is_open && page.notice == Some(page::Notice::AlreadyPaid) {
        return Stage::AlreadyPaid;
    }
    if is_open && (page.editing || page.entered.is_some()) {
        return Stage::Editing(first_form(page));
    }
    let stage = stage_of(&page.view);
    if matches!(stage, Stage::Choosing(_)) {
        return Stage::Choosing(choice_of(&page.view, page.method));
    }
    stage
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

fn with_early(stage: Stage, early: &Early) -> Stage {
    match stage {
        Stage::Editing(mut form) => {
            form.values.extend(
                early
                    .values
                    .iter()
                    .map(|(name, text)| (name.clone(), text.clone())),
            );
            Stage::Editing(form)
        }
        Stage::Choosing(mut choice) => {
            choice.method = early.method.or(choice.method);
            choice.card = early.card.clone();
            Stage::Choosing(choice)
        }
        stage @ (Stage::Reviewing
        | Stage::Confirming(_)
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
        | Stage::Cancelled) => stage,
    }
}
