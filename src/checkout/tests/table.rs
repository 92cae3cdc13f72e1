//! Every stage and every event there is, for rules that hold everywhere.

use kassa_wire::problem::ProblemCode;
use kassa_wire::state::{DeclineReason, MethodKind, PaymentState, SessionState};
use kassa_wire::view::{ActionKind, SessionView};

use super::fixture::{declined_view, paid_view, view};
use super::{
    Consent, Event, Failure, Journey, TODAY, Verdict, attempt_key, newer, with_action,
    with_transfer,
};

/// Every view that a server can send.
pub(super) fn views() -> Vec<SessionView> {
    vec![
        view(SessionState::Open),
        view(SessionState::Confirmed),
        view(SessionState::Paying),
        view(SessionState::Expired),
        view(SessionState::Cancelled),
        paid_view(SessionState::Paying, PaymentState::Processing),
        paid_view(SessionState::Complete, PaymentState::Captured),
        declined_view(DeclineReason::Declined),
        with_action(ActionKind::Challenge),
        with_action(ActionKind::Redirect),
        with_transfer(),
    ]
}

/// A journey to every stage.
pub(super) fn journeys() -> Vec<Journey> {
    let mut all: Vec<_> = views().into_iter().map(Journey::of).collect();
    all.extend([
        Journey::open().then(Event::ChangePressed),
        Journey::open()
            .then(Event::ChangePressed)
            .typed("email", "wrong")
            .then(Event::ConfirmPressed),
        Journey::open().then(Event::ConfirmPressed),
        Journey::open()
            .then(Event::ChangePressed)
            .then(Event::ConfirmPressed),
        Journey::open().then(Event::CancelPressed),
        Journey::confirmed()
            .with_card("4242424242424242")
            .pressed_pay("one"),
        Journey::confirmed()
            .then(Event::MethodChosen(MethodKind::Wallet))
            .pressed_pay("one"),
        unanswered(),
        Journey::confirmed()
            .then(Event::ConsentWished(Consent::Wanted))
            .with_card("4242424242424242")
            .pressed_pay("one"),
        Journey::confirmed()
            .then(Event::MethodChosen(MethodKind::Wallet))
            .pressed_pay("one")
            .answered_pay(
                "one",
                Err(Failure::Refused(ProblemCode::OrderPaid, Vec::new())),
            ),
    ]);
    all
}

/// A transfer whose answer was lost.
pub(super) fn unanswered() -> Journey {
    Journey::confirmed()
        .then(Event::MethodChosen(MethodKind::BankTransfer))
        .pressed_pay("one")
        .answered_pay("one", Err(Failure::Unanswered))
}

fn failures() -> Vec<Failure> {
    let refused = ProblemCode::ALL
        .iter()
        .map(|code| Failure::Refused(*code, Vec::new()));
    refused
        .chain([Failure::Unanswered, Failure::Later(2)])
        .collect()
}

/// Every event, with every answer.
pub(super) fn events() -> Vec<Event> {
    let answers = failures().into_iter().flat_map(refusals);
    let arrivals = views()
        .into_iter()
        .flat_map(|view| successes(newer(view, 9)));
    presses()
        .into_iter()
        .chain(from_the_host())
        .chain(answers)
        .chain(arrivals)
        .collect()
}

fn presses() -> Vec<Event> {
    let named = |name: &str| name.to_owned();
    vec![
        Event::FieldEdited {
            name: named("email"),
            text: named("a@b.example"),
        },
        Event::FieldLeft {
            name: named("email"),
        },
        Event::ChangePressed,
        Event::ConfirmPressed,
        Event::MethodChosen(MethodKind::Wallet),
        Event::CardEdited {
            name: named("card.number"),
            text: named("4242"),
        },
        Event::CardLeft {
            name: named("card.number"),
            this_month: TODAY,
        },
        Event::PayPressed {
            key: attempt_key("two"),
            this_month: TODAY,
        },
        Event::CardTokenised(Ok(named("tok_1"))),
        Event::ShippingChosen(named("courier")),
        Event::CodeEdited(named("SPRING")),
        Event::CodeApplied,
        Event::CodeRemoved(named("SPRING")),
        Event::RetryPressed,
        Event::CancelPressed,
        Event::LanguageFailed,
        Event::VersionHeard(3),
        Event::VersionHeard(9),
        Event::TimeIsUp,
        Event::LookDue,
        Event::LineLost,
        Event::LineBack,
    ]
}

fn from_the_host() -> Vec<Event> {
    vec![
        Event::ConsentWished(Consent::Wanted),
        Event::ConsentWished(Consent::NotWanted),
        host_said("one", Verdict::Agreed),
        host_said("one", Verdict::Refused),
        host_said("one", Verdict::Silent),
    ]
}

/// The merchant's page's word on a press.
pub(super) fn host_said(key: &str, verdict: Verdict) -> Event {
    let key = attempt_key(key);
    Event::HostAnswered { key, verdict }
}

fn refusals(failure: Failure) -> Vec<Event> {
    vec![
        Event::ConfirmAnswered(Err(failure.clone())),
        Event::CardTokenised(Err(failure.clone())),
        Event::PayAnswered {
            key: attempt_key("one"),
            answer: Err(failure.clone()),
        },
        Event::CancelAnswered(Err(failure.clone())),
        Event::ExtrasAnswered(Err(failure.clone())),
        Event::ViewFailed(failure),
    ]
}

fn successes(view: SessionView) -> Vec<Event> {
    let view = Box::new(view);
    vec![
        Event::ConfirmAnswered(Ok(view.clone())),
        Event::PayAnswered {
            key: attempt_key("one"),
            answer: Ok(view.clone()),
        },
        Event::CancelAnswered(Ok(view.clone())),
        Event::ExtrasAnswered(Ok(view.clone())),
        Event::ViewArrived(view),
    ]
}
