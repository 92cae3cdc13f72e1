//! A page's own address: which session, in which language, how much of a page.

use axum::http::{HeaderMap, header};
use kassa_wire::SessionId;
use kassa_wire::page::{Theme, Ui};

use crate::domain::Brand;
use crate::words::{Locale, accepted};

/// What an address asks for beside the session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wishes {
    /// `?locale=`, as it was written.
    pub(super) locale: Option<String>,
    /// `?ui=inline`.
    pub(super) ui: Option<Ui>,
    /// `?theme=light` or `dark`.
    pub(super) theme: Theme,
    /// `?accent=`, `?radius=` and `?mode=`: counts only where brands are tried.
    pub(super) brand: Brand,
    /// `?edit=1`: the form, although the information is complete.
    pub(super) editing: bool,
    /// `?sid=`.
    pub(super) session: Option<String>,
    /// `Accept-Language`.
    accept_language: String,
}

impl Wishes {
    /// Reads an address's query and what the browser says of its owner.
    pub(super) fn read(query: Option<&str>, headers: &HeaderMap) -> Self {
        let accept = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        let mut wishes = Self {
            accept_language: accept.unwrap_or_default().to_owned(),
            ..Self::default()
        };
        for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
            match name.as_ref() {
                "locale" => wishes.locale = Some(value.into_owned()),
                "ui" if value == "inline" => wishes.ui = Some(Ui::Inline),
                "theme" => wishes.theme = read_theme(&value),
                "edit" => wishes.editing = value == "1",
                "accent" => wishes.brand.accent = value.parse().ok(),
                "radius" => wishes.brand.radius = value.parse().ok(),
                "mode" => wishes.brand.mode = Some(read_theme(&value)),
                "sid" => wishes.session = Some(value.into_owned()),
                _ => {}
            }
        }
        wishes
    }

    /// How much of a page to draw.
    pub(super) fn ui(&self) -> Ui {
        self.ui.unwrap_or(Ui::Hosted)
    }

    /// The address's language, else the session's, else the browser's, else English.
    pub(super) fn language(&self, session: Option<&str>) -> Locale {
        let first = [self.locale.as_deref(), session].into_iter().flatten();
        Locale::negotiate(first.chain(accepted(&self.accept_language)))
    }

    /// Where a form that was sent leads: the same page, in the same language.
    pub(super) fn page(&self, id: &SessionId) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some(locale) = self.locale.as_deref().and_then(Locale::speaking) {
            query.append_pair("locale", locale.code());
        }
        if self.ui() == Ui::Inline {
            query.append_pair("ui", "inline");
        }
        if self.theme != Theme::Auto {
            query.append_pair("theme", self.theme.as_str());
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("/v1/view/{}/{mark}{query}", id.as_str())
    }

    /// The same with the form open.
    pub(super) fn form(&self, id: &SessionId) -> String {
        let page = self.page(id);
        let mark = if page.contains('?') { '&' } else { '?' };
        format!("{page}{mark}edit=1")
    }
}

fn read_theme(text: &str) -> Theme {
    match text {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => Theme::Auto,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(query: &str) -> Wishes {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, "es-MX,es;q=0.9".parse().unwrap());
        Wishes::read(Some(query), &headers)
    }

    #[test]
    fn the_address_decides_the_language_then_the_session_then_the_browser() {
        assert_eq!(wishes("locale=en").language(Some("es")).code(), "en");
        assert_eq!(wishes("locale=xx").language(Some("en")).code(), "en");
        assert_eq!(wishes("").language(None).code(), "es");
        assert_eq!(Wishes::default().language(None).code(), "en");
    }

    #[test]
    fn a_form_leads_back_to_the_page_that_it_was_on() {
        let id = "cs_000000000000000000000000".parse().unwrap();
        let page = "/v1/view/cs_000000000000000000000000/";
        assert_eq!(wishes("").page(&id), page);
        assert_eq!(wishes("").form(&id), format!("{page}?edit=1"));
        let kept = format!("{page}?locale=es&ui=inline");
        assert_eq!(
            wishes("ui=inline&locale=es-MX&x=%3Cscript%3E").page(&id),
            kept
        );
        assert_eq!(
            wishes("ui=inline&locale=es").form(&id),
            format!("{kept}&edit=1")
        );
        assert_eq!(wishes("locale=javascript:alert(1)").page(&id), page);
        let dark = format!("{page}?ui=inline&theme=dark");
        assert_eq!(wishes("theme=dark&ui=inline").page(&id), dark);
        for none in ["theme=auto", "theme=%22%3E%3Cscript%3E", "theme="] {
            assert_eq!(wishes(none).page(&id), page, "{none}");
        }
    }
}
