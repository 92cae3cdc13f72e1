//! How events are written.

use jiff::Timestamp;

use crate::domain::{Event, EventKind, Session};
use crate::store::InFlight;

/// Something happened to a session.
pub(super) fn happened(kind: EventKind, session: &Session, at: Timestamp) -> Event {
    Event {
        kind,
        account: session.account.clone(),
        session: session.id.clone(),
        payment: None,
        attempt: None,
        at,
    }
}

/// Something happened to a payment, by an attempt.
pub(super) fn happened_to_payment(kind: EventKind, paying: &InFlight, at: Timestamp) -> Event {
    Event {
        payment: Some(paying.payment.reference.clone()),
        attempt: Some(paying.attempt.id.clone()),
        ..happened(kind, &paying.session, at)
    }
}
