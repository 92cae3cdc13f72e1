//! How events are written.

use jiff::Timestamp;

use super::Kassa;
use super::draw::draw_event_id;
use super::snapshot::{operation_then, payment_then, session_then};
use crate::domain::{Event, EventKind, Session};
use crate::store::{InFlight, MoneyMove};

/// Something happened to a session.
pub(super) fn happened(kassa: &Kassa, kind: EventKind, session: &Session, at: Timestamp) -> Event {
    Event {
        id: draw_event_id(kassa),
        kind,
        account: session.account.clone(),
        session: session.id.clone(),
        payment: None,
        attempt: None,
        operation: None,
        data: session_then(session),
        at,
    }
}

/// Something happened to a payment, by an attempt.
pub(super) fn happened_to_payment(
    kassa: &Kassa,
    kind: EventKind,
    paying: &InFlight,
    at: Timestamp,
) -> Event {
    Event {
        payment: Some(paying.payment.reference.clone()),
        attempt: Some(paying.attempt.id.clone()),
        data: payment_then(&paying.payment),
        ..happened(kassa, kind, &paying.session, at)
    }
}

/// Something happened to a payment's money, by a capture, a void or a refund.
pub(super) fn happened_to_money(kassa: &Kassa, kind: EventKind, moved: &MoneyMove) -> Event {
    let operation = &moved.operation;
    Event {
        id: draw_event_id(kassa),
        kind,
        account: operation.account.clone(),
        session: operation.session.clone(),
        payment: Some(operation.payment.clone()),
        attempt: Some(operation.attempt.clone()),
        operation: Some(operation.id.clone()),
        data: operation_then(operation, &moved.payment),
        at: kassa.clock.now(),
    }
}
