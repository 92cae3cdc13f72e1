//! Books in which every promise is kept, for tests to break.

use std::collections::BTreeSet;

use super::books::{Attempt, Books, Charge, Complete, Delivery, Done, Operation, Payment, Telling};
use super::receiver::Taken;

/// One order, paid by card, partly refunded, and told to the merchant.
pub(super) fn kept() -> Books {
    Books {
        charges: vec![charge("att_1")],
        attempts: vec![attempt("att_1", "captured", "")],
        payments: vec![payment("FWU744586810")],
        operations: vec![refund()],
        complete: vec![complete("cs_1")],
        deliveries: vec![delivery("evt_1"), delivery("evt_2")],
        taken: vec![taken("evt_1"), taken("evt_2"), taken("evt_1")],
        told_paid: ["cs_1".to_owned()].into(),
        sessions: ["cs_1".to_owned()].into(),
        told_opened: ["cs_1".to_owned()].into(),
        told_order_paid: BTreeSet::new(),
        told_moved: [("re_1".to_owned(), "initiated".to_owned())].into(),
        tellings: ["refund.initiated", "refund.finished"]
            .map(|event| telling(event, "re_1"))
            .into(),
    }
}

pub(super) fn payment(reference: &str) -> Payment {
    Payment {
        reference: reference.to_owned(),
        session: "cs_1".to_owned(),
        state: "partially_refunded".to_owned(),
        amount: 1_000,
        captured: 1_000,
        refunded: 300,
    }
}

fn refund() -> Operation {
    Operation {
        id: "re_1".to_owned(),
        payment: "FWU744586810".to_owned(),
        kind: "refund".to_owned(),
        amount: 300,
        state: "finished".to_owned(),
    }
}

pub(super) fn telling(event: &str, operation: &str) -> Telling {
    Telling {
        event: event.to_owned(),
        operation: operation.to_owned(),
    }
}

pub(super) fn charge(attempt: &str) -> Charge {
    Charge {
        attempt: attempt.to_owned(),
        reference: "FWU744586810".to_owned(),
        amount: 1_000,
        captured: 1_000,
        refunded: 300,
        state: "partially_refunded".to_owned(),
        operations: vec![Done {
            id: "re_1".to_owned(),
            kind: "refund".to_owned(),
            amount: 300,
            state: "finished".to_owned(),
        }],
    }
}

pub(super) fn attempt(id: &str, state: &str, decline: &str) -> Attempt {
    Attempt {
        id: id.to_owned(),
        payment: "FWU744586810".to_owned(),
        state: state.to_owned(),
        decline: decline.to_owned(),
    }
}

pub(super) fn complete(session: &str) -> Complete {
    Complete {
        session: session.to_owned(),
        order: "1".to_owned(),
    }
}

pub(super) fn delivery(event: &str) -> Delivery {
    Delivery {
        path: "/one".to_owned(),
        session: "cs_1".to_owned(),
        event: event.to_owned(),
    }
}

pub(super) fn taken(event: &str) -> Taken {
    Taken {
        path: "/one".to_owned(),
        event: event.to_owned(),
    }
}
