//! `GET /api/checkout/{id}/fields`

use axum::Json;
use axum::extract::State;
use kassa_wire::problem::{FieldCode, ProblemCode};
use kassa_wire::view::FieldsView;
use kassa_wire::{CountryCode, SessionId};

use super::answer::Wanted;
use crate::http::extract::{Query, SessionPath};
use crate::http::openapi::refusals;
use crate::http::{Failure, HttpState};
use crate::payments;

refusals!(FieldsRefusals: PAYER);

/// The fields of the payer's form for another country than the payer's: nothing is changed. What
/// was typed stays typed, also in fields that the country does not have.
#[utoipa::path(
    get, path = "/api/checkout/{id}/fields", tag = "Checkout",
    params(
        ("id" = SessionId, Path, description = "The session."), ("locale" = Option<String>, Query, description = "The language of every text in the answer, BCP 47.", max_length = 200),
        ("country" = CountryCode, Query, description = "A country of ISO 3166-1.", example = "JP"),
    ),
    responses((status = 200, description = "The fields, in their order.", body = FieldsView), FieldsRefusals),
)]
pub(super) async fn read_fields(
    State(state): State<HttpState>,
    SessionPath(id): SessionPath,
    wanted: Wanted,
    query: Query,
) -> Result<Json<FieldsView>, Failure> {
    let country = read_country(&state, &query)?;
    let checkout = payments::read_checkout(&state.kassa, &id).await?;
    let locale = wanted.locale_of(&checkout);
    Ok(Json(state.kassa.fields(&checkout, country, locale)))
}

fn read_country(state: &HttpState, query: &Query) -> Result<CountryCode, Failure> {
    let refused = |code| {
        let said = "country has to be a country of ISO 3166-1, in two capital letters.";
        Failure::new(ProblemCode::InvalidField, said).blaming("country", code)
    };
    let said = query.get("country");
    let said = said.ok_or_else(|| refused(FieldCode::Required))?;
    let country = said.parse().map_err(|_| refused(FieldCode::Invalid))?;
    if state.kassa.words.is_country(country) {
        Ok(country)
    } else {
        Err(refused(FieldCode::Unknown))
    }
}
