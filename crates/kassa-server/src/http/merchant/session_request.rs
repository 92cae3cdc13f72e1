//! The body of `POST /api/sessions`.

use std::collections::BTreeMap;

use axum::http::Uri;
use jiff::Timestamp;
use kassa_wire::payer::{PayerValues, field};
use kassa_wire::problem::FieldCode;
use kassa_wire::{CountryCode, Money, OrderNumber, RecipientId};
use serde_json::{Map, Value};

use crate::domain::{CaptureMode, Locks, PaymentCreation, SessionDetails};
use crate::http::Failure;
use crate::http::extract::Fields;
use crate::payments::OpenSession;

/// How many characters the merchant's own name for the payer may have.
pub(super) const CUSTOMER_ID_MAX: usize = 255;

/// How many characters a session's description may have.
pub(super) const DESCRIPTION_MAX: usize = 1000;

/// How many pairs a session's metadata may have.
const METADATA_MAX: usize = 50;

/// More than any name, address or answer of a recipient's own field has. The payer is told of
/// what is too long for its field; only what nobody can have meant is cut.
const PAYER_TEXT_MAX: usize = 1000;

/// How many of the recipient's own fields are kept.
const PAYER_FIELDS_MAX: usize = 100;

/// Reads the body; everything wrong with it is told at once.
pub(super) fn read_request(body: &Map<String, Value>) -> Result<OpenSession, Failure> {
    let mut fields = Fields::of(body);
    let recipient = fields.parsed("recipient", FieldCode::InvalidRecipientId, |text| {
        text.parse::<RecipientId>().ok()
    });
    let recipient = fields.required("recipient", recipient);
    let order = fields.parsed("order", FieldCode::Invalid, |text| {
        text.parse::<OrderNumber>().ok()
    });
    let order = fields.required("order", order);
    let country = fields.parsed("country", FieldCode::Invalid, |text| {
        text.parse::<CountryCode>().ok()
    });
    let amount = read_amount(&mut fields);
    let details = read_details(&mut fields);
    let capture = read_capture(&mut fields);
    let payment_creation = read_payment_creation(&mut fields);
    let expires_at = fields.parsed("expires_at", FieldCode::Invalid, read_time);
    let payer = fields.value("payer").map(read_payer).unwrap_or_default();
    let locks = Locks {
        read_only: read_names(&mut fields, "read_only").unwrap_or_default(),
        hidden: read_names(&mut fields, "hidden").unwrap_or_default(),
    };
    match (recipient, order, fields.failure()) {
        (Some(recipient), Some(order), None) => Ok(OpenSession {
            recipient,
            order,
            country,
            amount,
            details,
            capture,
            payment_creation,
            payer,
            locks,
            expires_at,
        }),
        (_, _, failure) => Err(failure.unwrap_or_else(Failure::internal)),
    }
}

/// `{ "amount": 125000, "currency": "EUR" }`, an integer of minor units that fits.
pub(super) fn read_amount(fields: &mut Fields<'_>) -> Option<Money> {
    let object = fields.object("amount")?;
    let mut inside = Fields::inside("amount.", object);
    let amount = read_minor_units(&mut inside);
    let currency = inside.parsed("currency", FieldCode::Invalid, |text| text.parse().ok());
    let currency = inside.required("currency", currency);
    fields.absorb(inside);
    Some(Money {
        amount: amount?,
        currency: currency?,
    })
}

fn read_minor_units(inside: &mut Fields<'_>) -> Option<i64> {
    let Some(value) = inside.value("amount") else {
        inside.blame("amount", FieldCode::Required);
        return None;
    };
    let amount = value.as_i64().filter(|amount| *amount > 0);
    if amount.is_none() {
        let code = if value.is_number() {
            FieldCode::Invalid
        } else {
            FieldCode::WrongType
        };
        inside.blame("amount", code);
    }
    amount
}

/// When the money is taken; when the payer pays where it is not said.
fn read_capture(fields: &mut Fields<'_>) -> CaptureMode {
    let capture = fields.parsed("capture", FieldCode::UnknownOption, |text| match text {
        "automatic" => Some(CaptureMode::Automatic),
        "manual" => Some(CaptureMode::Manual),
        _ => None,
    });
    capture.unwrap_or_default()
}

/// Who creates the payment; the payer where it is not said.
fn read_payment_creation(fields: &mut Fields<'_>) -> PaymentCreation {
    let creation = fields.parsed(
        "payment_creation",
        FieldCode::UnknownOption,
        |text| match text {
            "automatic" => Some(PaymentCreation::Automatic),
            "merchant" => Some(PaymentCreation::Merchant),
            _ => None,
        },
    );
    creation.unwrap_or_default()
}

fn read_details(fields: &mut Fields<'_>) -> SessionDetails {
    SessionDetails {
        customer_id: fields.text("customer_id", CUSTOMER_ID_MAX),
        description: fields.text("description", DESCRIPTION_MAX),
        return_url: fields.parsed("return_url", FieldCode::Invalid, read_url),
        callback_url: fields.parsed("callback_url", FieldCode::Invalid, read_url),
        locale: fields.parsed("locale", FieldCode::Invalid, read_locale),
        metadata: read_metadata(fields),
    }
}

/// http or https, with a host: anything else could run a script where it is followed.
pub(super) fn read_url(text: &str) -> Option<String> {
    let uri: Uri = text.parse().ok()?;
    let web = matches!(uri.scheme_str(), Some("http" | "https"));
    let hosted = uri.host().is_some_and(|host| !host.is_empty());
    (web && hosted && text.len() <= 2048).then(|| text.to_owned())
}

/// Letters, digits and hyphens. A language that we do not speak is taken: the payer gets another.
pub(super) fn read_locale(text: &str) -> Option<String> {
    let fits = (2..=35).contains(&text.len());
    let written = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (fits && written).then(|| text.to_owned())
}

/// Whole microseconds: what stores keep.
pub(super) fn read_time(text: &str) -> Option<Timestamp> {
    let time: Timestamp = text.parse().ok()?;
    Timestamp::from_microsecond(time.as_microsecond()).ok()
}

pub(super) fn read_metadata(fields: &mut Fields<'_>) -> BTreeMap<String, String> {
    let Some(object) = fields.object("metadata") else {
        return BTreeMap::new();
    };
    if object.len() > METADATA_MAX {
        fields.blame("metadata", FieldCode::TooLong);
        return BTreeMap::new();
    }
    let mut inside = Fields::inside("metadata.", object);
    let mut pairs = BTreeMap::new();
    for key in object.keys() {
        if key.chars().count() > 64 || key.chars().any(char::is_control) {
            fields.blame("metadata", FieldCode::Invalid);
        } else if let Some(value) = inside.text(key, 500) {
            pairs.insert(key.clone(), value);
        }
    }
    fields.absorb(inside);
    pairs
}

/// Names of the payer's fields.
pub(super) fn read_names(fields: &mut Fields<'_>, name: &str) -> Option<Vec<String>> {
    fields.texts(name, PAYER_FIELDS_MAX, 100)
}

/// What is known of the payer. Nothing here is refused: what is wrong the payer is shown to mend,
/// and what cannot be shown is left out.
pub(super) fn read_payer(value: &Value) -> PayerValues {
    let Some(object) = value.as_object() else {
        return PayerValues::new();
    };
    let mut payer = PayerValues::new();
    for name in field::ALL {
        if let Some(text) = object.get(name).and_then(as_text) {
            payer.insert(name.to_owned(), text);
        }
    }
    payer.extend(own_fields(object));
    payer
}

/// The recipient's own fields: `"fields": { "student_id": … }` or `"fields.student_id": …`.
fn own_fields(object: &Map<String, Value>) -> impl Iterator<Item = (String, String)> {
    let nested = object
        .get("fields")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    let nested = nested.map(|(id, value)| (format!("{}{id}", field::CUSTOM_PREFIX), value));
    let flat = object
        .iter()
        .filter(|(name, _)| name.starts_with(field::CUSTOM_PREFIX));
    let flat = flat.map(|(name, value)| (name.clone(), value));
    let short = nested
        .chain(flat)
        .filter(|(name, _)| name.len() <= 100)
        .take(PAYER_FIELDS_MAX);
    short.filter_map(|(name, value)| Some((name, as_text(value)?)))
}

fn as_text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(answer) => answer.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    Some(text.chars().take(PAYER_TEXT_MAX).collect())
}
