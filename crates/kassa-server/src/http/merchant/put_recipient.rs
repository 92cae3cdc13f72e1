//! `PUT /api/recipients/{id}`

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::State;
use kassa_wire::merchant::{CustomField, CustomKind, PutRecipient, Recipient};
use kassa_wire::problem::{FieldCode, ProblemCode};
use kassa_wire::{AccountId, RecipientId};
use serde_json::{Map, Value};

use super::places::{read_country, read_currency};
use crate::domain;
use crate::http::extract::{Admin, Fields, Merchant, NamedPath, Object};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::store::Imported;
use crate::views::{compiled, merchant_recipient};

refusals!(PutRefusals: MERCHANT + BODY, RecipientNotFound, RecipientIdTaken);

/// How many fields of its own a recipient may have, and how many choices one of them.
const FIELDS_MAX: usize = 50;
const OPTIONS_MAX: usize = 200;

/// How many characters a pattern may have.
const PATTERN_MAX: usize = 200;

/// Adds a recipient, or changes all that is known of one.
#[utoipa::path(
    put, path = "/api/recipients/{id}", tag = "Recipients", security(("api_key" = [])),
    params(("id" = RecipientId, Path, description = "Three capital letters, unique on this server.")),
    request_body = PutRecipient,
    responses((status = 200, description = "The recipient.", body = Recipient), PutRefusals),
)]
pub(super) async fn put_recipient(
    State(state): State<HttpState>,
    merchant: Merchant<Admin>,
    NamedPath(id): NamedPath<RecipientId>,
    Object(body): Object,
) -> Result<Json<Recipient>, Failure> {
    let recipient = read_recipient(&body, id, merchant.account.id)?;
    let rows = std::slice::from_ref(&recipient);
    match state.kassa.store.import_recipients(rows).await? {
        Imported::All => Ok(Json(merchant_recipient(&recipient))),
        Imported::Refused { .. } => Err(Failure::new(
            ProblemCode::RecipientIdTaken,
            "Ids of recipients are unique on this server. Choose another one.",
        )),
    }
}

/// Reads one as its request has it; files that are imported say the same.
pub(crate) fn read_recipient(
    body: &Map<String, Value>,
    id: RecipientId,
    account: AccountId,
) -> Result<domain::Recipient, Failure> {
    let mut fields = Fields::of(body);
    let name = fields
        .text("name", 200)
        .filter(|name| !name.trim().is_empty());
    if name.is_none() {
        fields.blame("name", FieldCode::Required);
    }
    let country = read_country(&mut fields, "country");
    let currency = read_currency(&mut fields, "currency");
    let own = fields.objects("fields", FIELDS_MAX).unwrap_or_default();
    let mut taken = BTreeSet::new();
    let own: Vec<Option<CustomField>> = own
        .into_iter()
        .map(|object| {
            let mut inside = Fields::inside("fields.", object);
            let field = read_field(&mut inside, &mut taken);
            fields.absorb(inside);
            field
        })
        .collect();
    match (name, country, currency, fields.failure()) {
        (Some(name), Some(country), Some(currency), None) => Ok(domain::Recipient {
            id,
            account,
            name,
            country,
            currency,
            fields: own.into_iter().flatten().collect(),
        }),
        (_, _, _, failure) => Err(failure.unwrap_or_else(Failure::internal)),
    }
}

fn read_field(inside: &mut Fields<'_>, taken: &mut BTreeSet<String>) -> Option<CustomField> {
    let id = inside.parsed("id", FieldCode::Invalid, |text| {
        let written = text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        let fresh = (1..=64).contains(&text.len()) && !taken.contains(text);
        (written && fresh).then(|| text.to_owned())
    });
    let id = inside.required("id", id);
    taken.extend(id.clone());
    let label = inside.text("label", 200);
    let label = inside.required("label", label);
    let required = inside.truth("required");
    let (kind, options) = read_kind(inside);
    let (pattern, example) = read_pattern(inside, kind);
    Some(CustomField {
        id: id?,
        label: label?,
        required: required.unwrap_or(false),
        kind,
        options,
        pattern,
        example,
    })
}

/// What is asked for, and what there is to choose from. Choices make a choice of it.
fn read_kind(inside: &mut Fields<'_>) -> (CustomKind, Vec<String>) {
    let kind = inside.parsed("kind", FieldCode::UnknownOption, |text| match text {
        "text" => Some(CustomKind::Text),
        "number" => Some(CustomKind::Number),
        "date" => Some(CustomKind::Date),
        "choice" => Some(CustomKind::Choice),
        _ => None,
    });
    let options = inside.texts("options", OPTIONS_MAX, 200);
    let options = options.unwrap_or_default();
    match (kind, options.is_empty()) {
        (Some(CustomKind::Choice), true) => inside.blame("options", FieldCode::Required),
        (Some(CustomKind::Text | CustomKind::Number | CustomKind::Date), false) => {
            inside.blame("options", FieldCode::Mismatch);
        }
        (Some(_) | None, _) => {}
    }
    let usual = if options.is_empty() {
        CustomKind::Text
    } else {
        CustomKind::Choice
    };
    (kind.unwrap_or(usual), options)
}

/// What it has to look like: a text or a number alone can be held to a pattern, and the example has
/// to be one that payers could send.
fn read_pattern(inside: &mut Fields<'_>, kind: CustomKind) -> (Option<String>, Option<String>) {
    let pattern = inside.text("pattern", PATTERN_MAX);
    let example = inside.text("example", 200);
    let read = pattern.as_deref().map(compiled);
    let written = matches!(kind, CustomKind::Text | CustomKind::Number);
    match (&read, &example) {
        (Some(_), _) if !written => inside.blame("pattern", FieldCode::Mismatch),
        (Some(None), _) => inside.blame("pattern", FieldCode::Invalid),
        (Some(Some(pattern)), Some(example)) if !pattern.is_match(example) => {
            inside.blame("example", FieldCode::Mismatch);
        }
        (Some(Some(_)) | None, _) => {}
    }
    (pattern, example)
}
