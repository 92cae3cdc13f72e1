//! What a page opens with.

use kassa_wire::page::{CheckoutPage, Content, Notice as PageNotice};
use kassa_wire::problem::{FieldCode, FieldProblem};
use kassa_wire::state::{MethodKind, SessionState};
use kassa_wire::view::{ActionKind, SessionView};

use super::fixture::{self, checkout_page, countries, page, page_of, view};
use super::{Checkout, Early, Journey, Notice, Stage, State, open, with_action, with_transfer};
use crate::checkout::Report;

fn opened(checkout: CheckoutPage, early: &Early) -> Checkout {
    match open(
        page(Content::Checkout(Box::new(checkout))),
        &countries(),
        early,
    ) {
        State::Checkout(checkout) => *checkout,
        State::NotFound | State::Trouble => panic!("no session"),
    }
}

fn incomplete() -> SessionView {
    let problem = |field: &str, code| FieldProblem {
        field: field.to_owned(),
        code,
    };
    let mut view = view(SessionState::Open);
    view.payer
        .insert("email".to_owned(), "amina@example".to_owned());
    view.payer.remove("city");
    view.problems = vec![
        problem("email", FieldCode::InvalidEmail),
        problem("city", FieldCode::Required),
    ];
    view
}

#[test]
fn complete_information_opens_as_a_summary() {
    assert_eq!(*Journey::open().stage(), Stage::Reviewing);
}

#[test]
fn incomplete_information_opens_as_the_form() {
    let journey = Journey::of(incomplete());
    assert_eq!(journey.form().values["email"], "amina@example");
}

#[test]
fn what_the_merchant_got_wrong_is_said_at_once_and_what_is_missing_is_not() {
    let journey = Journey::of(incomplete());
    let said: Vec<_> = journey
        .form()
        .errors
        .iter()
        .map(|error| error.field.as_str())
        .collect();
    assert_eq!(
        (said, journey.form().report),
        (vec!["email"], Report::Inline)
    );
}

#[test]
fn confirmed_information_opens_at_the_methods() {
    assert!(
        matches!(Journey::confirmed().stage(), Stage::Choosing(choice) if choice.method == Some(MethodKind::Card))
    );
}

#[test]
fn every_other_state_opens_where_it_is() {
    assert!(matches!(
        Journey::of(with_action(ActionKind::Challenge)).stage(),
        Stage::Acting(_)
    ));
    assert!(matches!(
        Journey::of(with_transfer()).stage(),
        Stage::Pending
    ));
    assert_eq!(
        *Journey::of(view(SessionState::Paying)).stage(),
        Stage::Following
    );
    assert_eq!(
        *Journey::of(view(SessionState::Complete)).stage(),
        Stage::Paid
    );
    assert_eq!(
        *Journey::of(view(SessionState::Expired)).stage(),
        Stage::Expired
    );
    assert_eq!(
        *Journey::of(view(SessionState::Cancelled)).stage(),
        Stage::Cancelled
    );
}

#[test]
fn a_form_refused_without_scripts_comes_back_with_everything_typed() {
    let mut entered = fixture::payer();
    entered.insert("email".to_owned(), "<script>".to_owned());
    let errors = vec![FieldProblem {
        field: "email".to_owned(),
        code: FieldCode::InvalidEmail,
    }];
    let notice = Some(PageNotice::Stale);
    let checkout = CheckoutPage {
        entered: Some(entered),
        errors,
        notice,
        ..checkout_page(view(SessionState::Open))
    };
    let opened = opened(checkout, &Early::default());
    let Stage::Editing(form) = opened.stage else {
        panic!("not the form")
    };
    assert_eq!(form.values["email"], "<script>");
    assert_eq!(
        (form.report, opened.notice),
        (Report::Listed, Some(Notice::Stale))
    );
}

#[test]
fn change_without_scripts_opens_the_form_of_a_confirmed_session() {
    let checkout = CheckoutPage {
        editing: true,
        ..checkout_page(view(SessionState::Confirmed))
    };
    assert!(matches!(
        opened(checkout, &Early::default()).stage,
        Stage::Editing(_)
    ));
}

#[test]
fn change_without_scripts_opens_nothing_once_it_is_paid() {
    let checkout = CheckoutPage {
        editing: true,
        ..checkout_page(view(SessionState::Complete))
    };
    assert_eq!(opened(checkout, &Early::default()).stage, Stage::Paid);
}

#[test]
fn what_was_typed_early_survives() {
    let mut early = Early::default();
    early
        .values
        .insert("email".to_owned(), "typed@early.example".to_owned());
    let checkout = CheckoutPage {
        editing: true,
        ..checkout_page(view(SessionState::Open))
    };
    let Stage::Editing(form) = opened(checkout, &early).stage else {
        panic!("not the form")
    };
    assert_eq!(form.values["email"], "typed@early.example");
    assert_eq!(form.values["city"], "Ikoyi");
}

#[test]
fn a_method_and_a_card_from_before_the_program_survive() {
    let mut early = Early {
        method: Some(MethodKind::Wallet),
        ..Early::default()
    };
    early.card.number = "4242 42".to_owned();
    let Stage::Choosing(choice) =
        opened(checkout_page(view(SessionState::Confirmed)), &early).stage
    else {
        panic!("not the methods")
    };
    assert_eq!(
        (choice.method, choice.card.number.as_str()),
        (Some(MethodKind::Wallet), "4242 42")
    );
}

#[test]
fn an_order_that_another_session_paid_is_said_to_be_paid_wherever_the_payer_was() {
    for state in [SessionState::Open, SessionState::Confirmed] {
        for editing in [false, true] {
            let checkout = CheckoutPage {
                editing,
                notice: Some(PageNotice::AlreadyPaid),
                ..checkout_page(view(state))
            };
            let stage = opened(checkout, &Early::default()).stage;
            assert_eq!(stage, Stage::AlreadyPaid);
        }
    }
}

#[test]
fn pages_without_a_session_open_as_such() {
    assert_eq!(
        open(page(Content::NotFound), &countries(), &Early::default()),
        State::NotFound
    );
    assert_eq!(
        open(page(Content::Trouble), &countries(), &Early::default()),
        State::Trouble
    );
    assert!(matches!(
        open(
            page_of(view(SessionState::Open)),
            &countries(),
            &Early::default()
        ),
        State::Checkout(_)
    ));
}
