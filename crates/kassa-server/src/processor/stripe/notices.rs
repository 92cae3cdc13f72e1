//! What a webhook of Stripe's may have to tell.

use serde::Deserialize;

use super::objects::Metadata;
use crate::domain::{AttemptId, OperationId};
use crate::processor::Notice;

#[derive(Deserialize)]
struct Event {
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    object: Object,
}

#[derive(Deserialize)]
struct Object {
    #[serde(default)]
    metadata: Option<Metadata>,
}

/// What is to be looked up: whatever carries a name of ours, of whichever type the event is. What
/// carries none was made by somebody else with the same Stripe account.
pub(super) fn read(body: &[u8]) -> Option<Vec<Notice>> {
    let event: Event = serde_json::from_slice(body).ok()?;
    let named = event.data.object.metadata.unwrap_or_default();
    let attempt = named.kassa_attempt.map(|id| Notice::Attempt(AttemptId(id)));
    let operation = named
        .kassa_operation
        .map(|id| Notice::Operation(OperationId(id)));
    Some(attempt.into_iter().chain(operation).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_webhook_names_what_moved_and_nothing_else() {
        let of = |object: &str| read(format!(r#"{{"data":{{"object":{object}}}}}"#).as_bytes());
        let attempt = Notice::Attempt(AttemptId("att_1".into()));
        let operation = Notice::Operation(OperationId("ref_1".into()));
        assert_eq!(
            of(r#"{"metadata":{"kassa_attempt":"att_1"}}"#),
            Some(vec![attempt])
        );
        assert_eq!(
            of(r#"{"metadata":{"kassa_operation":"ref_1"}}"#),
            Some(vec![operation])
        );
        for strange in [
            r#"{"metadata":{}}"#,
            r#"{"metadata":null}"#,
            r#"{"object":"balance"}"#,
        ] {
            assert_eq!(of(strange), Some(Vec::new()), "{strange}");
        }
        assert_eq!(read(b"[]"), None);
    }
}
