//! The body of `PATCH /api/sessions/{id}`.

use kassa_wire::problem::FieldCode;
use serde_json::{Map, Value, json};

use super::session_request::{
    CUSTOMER_ID_MAX, DESCRIPTION_MAX, read_amount, read_locale, read_metadata, read_names,
    read_payer, read_time, read_url,
};
use crate::domain::{Said, Session, SessionChanges};
use crate::http::Failure;
use crate::http::extract::Fields;
use crate::views::{capture_mode, payment_creation};

/// Reads what is to change of this session; everything wrong with it is told at once.
pub(super) fn read_changes(
    body: &Map<String, Value>,
    session: &Session,
) -> Result<SessionChanges, Failure> {
    let mut fields = Fields::of(body);
    refuse_fixed(&mut fields, session);
    let url = |fields: &mut Fields<'_>, name: &str| {
        let url = fields.parsed(name, FieldCode::Invalid, read_url);
        said(body, name, url)
    };
    let changes = SessionChanges {
        amount: read_amount(&mut fields),
        customer_id: text(&mut fields, body, ("customer_id", CUSTOMER_ID_MAX)),
        description: text(&mut fields, body, ("description", DESCRIPTION_MAX)),
        return_url: url(&mut fields, "return_url"),
        callback_url: url(&mut fields, "callback_url"),
        locale: said(
            body,
            "locale",
            fields.parsed("locale", FieldCode::Invalid, read_locale),
        ),
        metadata: body
            .contains_key("metadata")
            .then(|| read_metadata(&mut fields)),
        payer: fields.value("payer").map(read_payer),
        read_only: names(&mut fields, body, "read_only"),
        hidden: names(&mut fields, body, "hidden"),
        chosen: None,
        expires_at: fields.parsed("expires_at", FieldCode::Invalid, read_time),
    };
    fields.failure().map_or(Ok(changes), Err)
}

/// What makes the session another one may be named, and has to be what it is.
fn refuse_fixed(fields: &mut Fields<'_>, session: &Session) {
    let fixed = [
        ("recipient", json!(session.recipient)),
        ("order", json!(session.order)),
        ("capture", json!(capture_mode(session.capture))),
        (
            "payment_creation",
            json!(payment_creation(session.payment_creation)),
        ),
    ];
    for (name, is) in fixed {
        if fields.value(name).is_some_and(|said| *said != is) {
            fields.blame(name, FieldCode::Mismatch);
        }
    }
}

/// `null` is as good as a list of none.
fn names(fields: &mut Fields<'_>, body: &Map<String, Value>, name: &str) -> Option<Vec<String>> {
    let said = body.contains_key(name);
    said.then(|| read_names(fields, name).unwrap_or_default())
}

fn text(
    fields: &mut Fields<'_>,
    body: &Map<String, Value>,
    (name, max): (&str, usize),
) -> Said<String> {
    said(body, name, fields.text(name, max))
}

/// `null` takes away what is there.
fn said<T>(body: &Map<String, Value>, name: &str, value: Option<T>) -> Said<T> {
    match value {
        Some(value) => Said::This(value),
        None if body.get(name).is_some_and(Value::is_null) => Said::Removed,
        None => Said::Nothing,
    }
}
