//! How events are written.

use jiff::Timestamp;
use serde_json::Value;

use super::Kassa;
use super::draw::draw_event_id;
use crate::domain::{Event, EventKind, Session};
use crate::store::InFlight;

/// Something happened to a session.
pub(super) fn happened(kassa: &Kassa, kind: EventKind, session: &Session, at: Timestamp) -> Event {
    Event {
        id: draw_event_id(kassa),
        kind,
        account: session.account.clone(),
        session: session.id.clone(),
        payment: None,
        attempt: None,
        data: Value::Null,
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
        ..happened(kassa, kind, &paying.session, at)
    }
}
