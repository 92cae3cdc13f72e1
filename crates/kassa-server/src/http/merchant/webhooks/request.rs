//! What a merchant says of an endpoint, read.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use kassa_wire::problem::{FieldCode, ProblemCode};
use serde_json::Value;

use crate::domain::EventKind;
use crate::http::Failure;
use crate::http::extract::Fields;

/// How long an endpoint's address may be.
pub(super) const MAX_URL: usize = 2048;

/// The id in the address. What is no text has no endpoint.
pub(super) fn id(path: Result<Path<String>, PathRejection>) -> Result<String, Failure> {
    path.map(|Path(id)| id).map_err(|_| {
        let detail = "No endpoint or delivery of this account has this id.";
        Failure::new(ProblemCode::WebhookNotFound, detail)
    })
}

/// The events that an endpoint is to hear of, where the field is there.
pub(super) fn kinds(fields: &mut Fields<'_>) -> Option<BTreeSet<EventKind>> {
    let value = fields.value("event_types")?;
    let Value::Array(words) = value else {
        fields.blame("event_types", FieldCode::WrongType);
        return None;
    };
    let kinds: Option<BTreeSet<EventKind>> = words.iter().map(kind).collect();
    if kinds.is_none() {
        fields.blame("event_types", FieldCode::UnknownOption);
    }
    kinds
}

fn kind(word: &Value) -> Option<EventKind> {
    let word = word.as_str()?;
    let mut kinds = EventKind::ALL.iter().copied();
    kinds.find(|kind| kind.as_str() == word)
}
