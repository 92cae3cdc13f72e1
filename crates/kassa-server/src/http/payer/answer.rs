//! What every endpoint of the payer answers with.

use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use kassa_wire::page::{Theme, Ui};
use kassa_wire::problem::{FieldCode, ProblemCode};

use crate::domain::Checkout;
use crate::drawn::{Look, draw};
use crate::http::extract::Query;
use crate::http::{Failure, HttpState, logo_address};
use crate::words::{Locale, accepted};

/// How an answer is wanted.
#[derive(utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "the documentation is made from it")]
pub(super) struct ViewQuery {
    /// The language of every text in the answer, BCP 47.
    #[param(max_length = 200)]
    locale: Option<String>,
    /// Whether the answer also has what the widget shows as it is, and for how much of a page.
    drawn: Option<Ui>,
    /// The theme that links in those drawings lead on to.
    theme: Option<Theme>,
}

/// How a request wants its answer: in which languages, and whether drawn for a page.
pub(super) struct Wanted {
    asked: Option<String>,
    accepted: Option<String>,
    drawn: Option<(Ui, Theme)>,
}

impl FromRequestParts<HttpState> for Wanted {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Failure> {
        let query = Query::from_request_parts(parts, state).await?;
        let header = parts.headers.get(header::ACCEPT_LANGUAGE);
        let accepted = header
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned);
        let theme = one_of(
            &query,
            "theme",
            [Theme::Auto, Theme::Light, Theme::Dark],
            Theme::as_str,
        )?;
        let ui = one_of(&query, "drawn", [Ui::Hosted, Ui::Inline], Ui::as_str)?;
        Ok(Self {
            asked: query.get("locale").map(str::to_owned),
            accepted,
            drawn: ui.map(|ui| (ui, theme.unwrap_or_default())),
        })
    }
}

/// A parameter that has one of a few values.
fn one_of<T: Copy, const N: usize>(
    query: &Query,
    name: &'static str,
    known: [T; N],
    text: fn(T) -> &'static str,
) -> Result<Option<T>, Failure> {
    let Some(asked) = query.get(name) else {
        return Ok(None);
    };
    let found = known.into_iter().find(|one| text(*one) == asked);
    found.map(Some).ok_or_else(|| {
        let sentence = "A query parameter cannot be taken.";
        Failure::new(ProblemCode::InvalidField, sentence).blaming(name, FieldCode::UnknownOption)
    })
}

impl Wanted {
    /// What the page asked for; else what the merchant chose; else what the browser likes.
    pub(super) fn locale_of(&self, checkout: &Checkout) -> Locale {
        let chosen = [
            self.asked.as_deref(),
            checkout.session.details.locale.as_deref(),
        ];
        let liked = accepted(self.accepted.as_deref().unwrap_or_default());
        Locale::negotiate(chosen.into_iter().flatten().chain(liked))
    }
}

/// The session's view, with the version that the next change has to name.
pub(super) fn answer(state: &HttpState, checkout: &Checkout, wanted: &Wanted) -> Response {
    let kassa = &state.kassa;
    let locale = wanted.locale_of(checkout);
    let mut view = kassa.view(checkout, locale);
    let brand = &checkout.account.brand;
    let logo = brand.logo.as_ref().map(logo_address);
    view.drawn = wanted.drawn.map(|(ui, theme)| {
        let look = Look::new(&kassa.words, locale, (ui, brand.theme(theme)));
        draw(&look.with_logo(logo.as_deref()), &view)
    });
    let tag = format!("\"{}\"", view.version);
    ([(header::ETAG, tag)], Json(view)).into_response()
}
