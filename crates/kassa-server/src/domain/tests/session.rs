//! Every state of a session against everything that can happen to it, before and after its time.

use jiff::Timestamp;
use kassa_wire::payer::PayerValues;

use crate::domain::{
    AttemptId, CaptureMode, Chosen, Locks, PaymentCreation, Said, Session, SessionChanges,
    SessionDetails, SessionRefusal as R, SessionState as S,
};

pub(super) const NOON: &str = "2026-11-20T12:00:00Z";
const BEFORE: &str = "2026-11-20T13:59:59Z";
const END: &str = "2026-11-20T14:00:00Z";

pub(super) fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(super) fn attempt(name: &str) -> AttemptId {
    AttemptId(name.to_owned())
}

pub(super) fn session(state: S) -> Session {
    Session {
        id: "cs_0123456789abcdefghijklmn".parse().unwrap(),
        account: "acc_0000000000000001".parse().unwrap(),
        recipient: "FWU".parse().unwrap(),
        order: "1".parse().unwrap(),
        amount: kassa_wire::Money {
            amount: 1,
            currency: "EUR".parse().unwrap(),
        },
        details: SessionDetails::default(),
        capture: CaptureMode::Automatic,
        payment_creation: PaymentCreation::Automatic,
        chosen: Chosen::default(),
        locked_at: None,
        link_asked_at: None,
        payer: PayerValues::new(),
        locks: Locks::default(),
        version: 7,
        state,
        created_at: time(NOON),
        expires_at: time(END),
    }
}

fn paying() -> S {
    S::Paying {
        attempt: attempt("a"),
    }
}

fn complete() -> S {
    S::Complete {
        attempt: attempt("a"),
    }
}

/// What a transition does in each state, in this order.
fn in_every_state(transition: impl Fn(Session) -> Result<Session, R>, expected: [Result<S, R>; 6]) {
    let states = [
        S::Open,
        S::Confirmed,
        paying(),
        complete(),
        S::Expired,
        S::Cancelled,
    ];
    for (state, expected) in states.into_iter().zip(expected) {
        let after = transition(session(state.clone()));
        if let Ok(after) = &after {
            let moved = after.state != state || matches!(after.state, S::Paying { .. });
            let again = matches!((&state, &after.state), (S::Confirmed, S::Confirmed));
            assert_eq!(after.version > 7, moved || again, "{state:?}");
        }
        assert_eq!(after.map(|session| session.state), expected, "{state:?}");
    }
}

fn over() -> [Result<S, R>; 4] {
    [
        Err(R::Paying),
        Err(R::Complete),
        Err(R::Expired),
        Err(R::Cancelled),
    ]
}

fn waiting(open: Result<S, R>, confirmed: Result<S, R>) -> [Result<S, R>; 6] {
    let [paying, complete, expired, cancelled] = over();
    [open, confirmed, paying, complete, expired, cancelled]
}

#[test]
fn information_is_confirmed_while_the_session_waits() {
    let confirm = |at: &'static str| {
        move |session: Session| {
            session.confirm(
                PayerValues::from([("email".to_owned(), "a".to_owned())]),
                time(at),
            )
        }
    };
    in_every_state(confirm(BEFORE), waiting(Ok(S::Confirmed), Ok(S::Confirmed)));
    in_every_state(confirm(END), waiting(Err(R::Expired), Err(R::Expired)));
    let confirmed = confirm(BEFORE)(session(S::Open)).unwrap();
    assert_eq!(confirmed.payer["email"], "a");
}

#[test]
fn confirmed_information_is_open_again_when_the_payer_edits_it() {
    let reopen = |at: &'static str| move |session: Session| session.reopen(time(at));
    in_every_state(reopen(BEFORE), waiting(Ok(S::Open), Ok(S::Open)));
    in_every_state(reopen(END), waiting(Err(R::Expired), Err(R::Expired)));
}

#[test]
fn only_confirmed_information_is_paid_with() {
    let pay = |at: &'static str| move |session: Session| session.pay(attempt("a"), time(at));
    in_every_state(pay(BEFORE), waiting(Err(R::NotConfirmed), Ok(paying())));
    in_every_state(pay(END), waiting(Err(R::Expired), Err(R::Expired)));
}

#[test]
fn a_session_expires_at_its_time_unless_somebody_is_paying() {
    in_every_state(
        |session| session.expire(time(BEFORE)),
        waiting(Err(R::NotDue), Err(R::NotDue)),
    );
    in_every_state(
        |session| session.expire(time(END)),
        waiting(Ok(S::Expired), Ok(S::Expired)),
    );
    for (state, due) in [
        (S::Open, true),
        (S::Confirmed, true),
        (paying(), false),
        (complete(), false),
        (S::Expired, false),
        (S::Cancelled, false),
    ] {
        assert_eq!(session(state.clone()).is_due(time(END)), due, "{state:?}");
        assert!(!session(state).is_due(time(BEFORE)));
    }
}

#[test]
fn a_session_is_called_off_while_it_waits() {
    let cancel = |at: &'static str| move |session: Session| session.cancel(time(at));
    in_every_state(cancel(BEFORE), waiting(Ok(S::Cancelled), Ok(S::Cancelled)));
    in_every_state(cancel(END), waiting(Err(R::Expired), Err(R::Expired)));
}

#[test]
fn a_merchant_changes_a_session_while_it_waits() {
    let changes = SessionChanges {
        description: Said::This("Autumn term".to_owned()),
        locale: Said::Removed,
        ..SessionChanges::default()
    };
    let update = |at: &'static str| {
        let changes = changes.clone();
        move |session: Session| session.update(changes.clone(), time(at))
    };
    in_every_state(update(END), waiting(Err(R::Expired), Err(R::Expired)));
    for state in [S::Open, S::Confirmed] {
        let after = update(BEFORE)(session(state.clone())).unwrap();
        assert_eq!((after.state, after.version), (state, 8));
    }
    for (state, refusal) in [(paying(), R::Paying), (complete(), R::Complete)] {
        assert_eq!(update(BEFORE)(session(state)), Err(refusal));
    }
    let mut before = session(S::Confirmed);
    before.details.locale = Some("es".to_owned());
    before.details.customer_id = Some("c-1".to_owned());
    let after = update(BEFORE)(before.clone()).unwrap();
    assert_eq!(after.details.description.as_deref(), Some("Autumn term"));
    assert_eq!(after.details.locale, None);
    assert_eq!(after.details.customer_id, before.details.customer_id);
}

#[test]
fn a_payer_confirms_again_what_the_merchant_changed_of_the_price_or_of_them() {
    let mut price = session(S::Confirmed).amount;
    price.amount += 1;
    let dearer = SessionChanges {
        amount: Some(price),
        ..SessionChanges::default()
    };
    let somebody = SessionChanges {
        payer: Some(PayerValues::from([("email".to_owned(), "b".to_owned())])),
        ..SessionChanges::default()
    };
    for changes in [dearer, somebody] {
        let after = session(S::Confirmed).update(changes, time(BEFORE)).unwrap();
        assert_eq!(after.state, S::Open);
    }
}

#[test]
fn only_the_attempt_under_way_moves_a_session() {
    let other = Err(R::NotThisAttempt);
    let only = |state: S| {
        [
            other.clone(),
            other.clone(),
            Ok(state),
            other.clone(),
            other.clone(),
            other.clone(),
        ]
    };
    let a = attempt("a");
    in_every_state(|session| session.follow(&a), only(paying()));
    in_every_state(|session| session.decline(&a), only(S::Confirmed));
    in_every_state(|session| session.complete(&a), only(complete()));
    let b = attempt("b");
    let nothing = || [(); 6].map(|()| other.clone());
    in_every_state(|session| session.follow(&b), nothing());
    in_every_state(|session| session.decline(&b), nothing());
    in_every_state(|session| session.complete(&b), nothing());
}
