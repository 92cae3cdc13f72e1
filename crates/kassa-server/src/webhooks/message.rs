//! What is sent: the same bytes at every try, because they are signed and merchants compare them.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::domain::{EndpointId, Event, EventId};

/// The kind of a test event. It tells of nothing, so it is none of `EventKind`'s.
pub const PING: &str = "webhook.ping";

/// An event as it is sent: a name that never changes, and a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The event's id: who gets it twice knows by it.
    pub id: EventId,
    /// JSON, in the shape that Standard Webhooks proposes.
    pub body: String,
}

#[derive(Serialize)]
struct Body<'a> {
    r#type: &'a str,
    timestamp: String,
    data: Value,
}

impl Message {
    /// Tells of an event: what it was about as it was then. The session's id and the payment's
    /// reference always stand in the same place, whatever else is known of them.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        let mut data = event.data.as_object().cloned().unwrap_or_default();
        data.entry("session")
            .or_insert_with(|| json!({ "id": event.session }));
        if let Some(reference) = &event.payment {
            data.entry("payment")
                .or_insert_with(|| json!({ "reference": reference }));
        }
        Self::new(&event.id, event.kind.as_str(), event.at, data)
    }

    /// A test event for an endpoint.
    #[must_use]
    pub fn ping(id: &EventId, endpoint: &EndpointId, now: Timestamp) -> Self {
        let mut data = Map::new();
        data.insert("endpoint".to_owned(), endpoint.0.clone().into());
        Self::new(id, PING, now, data)
    }

    fn new(id: &EventId, kind: &str, at: Timestamp, data: Map<String, Value>) -> Self {
        let body = Body {
            r#type: kind,
            timestamp: at.to_string(),
            data: Value::Object(data),
        };
        // Texts, numbers and maps with texts as keys: there is nothing that JSON cannot say.
        let body = serde_json::to_string(&body).unwrap_or_default();
        Self {
            id: id.clone(),
            body,
        }
    }
}
