//! What every endpoint of the payer answers with.

use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

use crate::domain::Checkout;
use crate::http::extract::Query;
use crate::http::{Failure, HttpState};
use crate::words::{Locale, accepted};

/// The languages that a request asks for.
pub(super) struct ChosenLocale {
    asked: Option<String>,
    accepted: Option<String>,
}

impl FromRequestParts<HttpState> for ChosenLocale {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Failure> {
        let query = Query::from_request_parts(parts, state).await?;
        let header = parts.headers.get(header::ACCEPT_LANGUAGE);
        let accepted = header
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned);
        Ok(Self {
            asked: query.get("locale").map(str::to_owned),
            accepted,
        })
    }
}

impl ChosenLocale {
    /// What the page asked for; else what the merchant chose; else what the browser likes.
    pub(super) fn of(&self, checkout: &Checkout) -> Locale {
        let chosen = [
            self.asked.as_deref(),
            checkout.session.details.locale.as_deref(),
        ];
        let liked = accepted(self.accepted.as_deref().unwrap_or_default());
        Locale::negotiate(chosen.into_iter().flatten().chain(liked))
    }
}

/// The session's view, with the version that the next change has to name.
pub(super) fn answer(state: &HttpState, checkout: &Checkout, locale: &ChosenLocale) -> Response {
    let kassa = &state.kassa;
    let view = kassa.view(checkout, locale.of(checkout));
    let tag = format!("\"{}\"", view.version);
    ([(header::ETAG, tag)], Json(view)).into_response()
}
