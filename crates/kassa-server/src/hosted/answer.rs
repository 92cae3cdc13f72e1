//! From a page's value to an answer.

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use kassa::render::{page_title, render_page};
use kassa_wire::page::{CheckoutPage, Content, Notice, Page};

use super::address::Wishes;
use super::policy::Own;
use super::template::Filling;
use super::{Hosted, Looks};
use crate::brands::style_of;
use crate::domain::{Account, Brand, Checkout, SessionState};
use crate::drawn::{Look, draw};
use crate::http::{logo_address, texts_address};
use crate::payments::ReadCheckoutError;
use crate::words::{Locale, Words};

/// What a form that was refused leaves on the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) entered: Option<kassa_wire::payer::PayerValues>,
    pub(super) errors: Vec<kassa_wire::problem::FieldProblem>,
    pub(super) method: Option<kassa_wire::state::MethodKind>,
    pub(super) code: Option<String>,
    pub(super) notice: Option<kassa_wire::page::Notice>,
}

/// Who asked, and for what.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub(super) hosted: &'a Hosted,
    pub(super) wishes: &'a Wishes,
}

impl Asked<'_> {
    /// A session's page.
    pub(super) async fn session(
        self,
        status: StatusCode,
        checkout: &Checkout,
        said: Said,
    ) -> Response {
        let kassa = &self.hosted.kassa;
        let locale = self
            .wishes
            .language(checkout.session.details.locale.as_deref());
        let Ok(attempt_key) = kassa.dice.letters(24).parse() else {
            return self.trouble().await;
        };
        let page = CheckoutPage {
            view: kassa.view_with(checkout, said.entered.as_ref(), locale),
            attempt_key,
            editing: self.wishes.editing,
            entered: said.entered,
            errors: said.errors,
            method: said.method,
            code: said.code,
            notice: already_paid(checkout).or(said.notice),
        };
        let content = Content::Checkout(Box::new(page));
        self.page(status, locale, content, Some(&checkout.account))
            .await
    }

    /// The page for a link that leads to no session. Nobody may frame it: whose it would be is
    /// not known.
    pub(super) async fn not_found(self) -> Response {
        let locale = self.wishes.language(None);
        self.page(StatusCode::NOT_FOUND, locale, Content::NotFound, None)
            .await
    }

    /// The page for a server in trouble.
    pub(super) async fn trouble(self) -> Response {
        let mut response = self.troubled(StatusCode::SERVICE_UNAVAILABLE).await;
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
        response
    }

    /// The same page under another status: nothing is lost, but what was sent is not taken.
    pub(super) async fn troubled(self, status: StatusCode) -> Response {
        let locale = self.wishes.language(None);
        self.page(status, locale, Content::Trouble, None).await
    }

    /// The page for a session that cannot be read.
    pub(super) async fn unread(self, error: &ReadCheckoutError) -> Response {
        match error {
            ReadCheckoutError::NotFound => self.not_found().await,
            ReadCheckoutError::Store(error) => {
                tracing::error!(error = ?error, "a session could not be read for its page");
                self.trouble().await
            }
        }
    }

    async fn page(
        self,
        status: StatusCode,
        locale: Locale,
        content: Content,
        account: Option<&Account>,
    ) -> Response {
        let words = &self.hosted.kassa.words;
        let brand = self.brand(account);
        let style = style_of(&brand);
        let mut page = Page {
            locale: locale.code().to_owned(),
            texts: texts_address(words, locale),
            ui: self.wishes.ui(),
            theme: brand.theme(self.wishes.theme),
            content,
        };
        let policy = self.policy(&page, account, style.as_deref());
        // Without the drawings: the program finds them on the page.
        let Ok(data) = serde_json::to_string(&page) else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let logo = brand.logo.as_ref().map(logo_address);
        draw_on(&mut page, (words, locale), logo.as_deref());
        let title = page_title(&page, words.catalogue(locale));
        let (ui, theme, texts) = (page.ui, page.theme, page.texts.clone());
        let body = render_page(page, drawn_with(words, locale)).await;
        let filling = Filling {
            lang: locale.code(),
            dir: if locale.is_rtl() { "rtl" } else { "ltr" },
            ui: ui.as_str(),
            theme: theme.as_str(),
            title: &title,
            style: style.as_deref(),
            body: &body,
            data: &data,
            texts: &texts,
        };
        let html = self.hosted.template.fill(&filling);
        guarded(status, html, &policy)
    }

    fn brand(self, account: Option<&Account>) -> Brand {
        let brand = account.map(|account| account.brand.clone());
        let brand = brand.unwrap_or_default();
        match self.hosted.looks {
            Looks::Brand => brand,
            Looks::Address => self.wishes.brand.clone().before(brand),
        }
    }

    fn policy(self, page: &Page, account: Option<&Account>, style: Option<&str>) -> String {
        let tokenizers: Vec<&str> = match &page.content {
            Content::Checkout(page) => {
                let methods = page.view.methods.iter();
                methods.filter_map(|it| it.tokenizer.as_deref()).collect()
            }
            Content::NotFound | Content::Trouble => Vec::new(),
        };
        self.hosted.template.policy().of_page(&Own {
            framed_by: account.map_or(&[], |account| &account.origins),
            tokenizers: &tokenizers,
            style,
        })
    }
}

/// Puts the server's own drawings on a page.
fn draw_on(page: &mut Page, (words, locale): (&Words, Locale), logo: Option<&str>) {
    let (ui, theme) = (page.ui, page.theme);
    if let Content::Checkout(checkout) = &mut page.content {
        let look = Look::new(words, locale, (ui, theme)).with_logo(logo);
        checkout.view.drawn = Some(draw(&look, &checkout.view));
    }
}

/// What a page in a language is drawn with.
fn drawn_with(words: &Words, locale: Locale) -> kassa::shell::Words {
    kassa::shell::Words {
        catalogue: words.catalogue(locale).clone(),
        locales: Arc::clone(words.offered()),
        countries: Arc::clone(words.countries(locale)),
    }
}

/// Another session paid the order: whatever this one's payer wants to do, there is nothing to pay.
fn already_paid(checkout: &Checkout) -> Option<Notice> {
    let is_open = match checkout.session.state {
        SessionState::Open | SessionState::Confirmed => true,
        SessionState::Paying { .. } | SessionState::Complete { .. } => false,
        SessionState::Expired | SessionState::Cancelled => false,
    };
    (is_open && checkout.order.paid_at.is_some()).then_some(Notice::AlreadyPaid)
}

fn guarded(status: StatusCode, html: String, policy: &str) -> Response {
    let mut response = (status, Html(html)).into_response();
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}

/// After a success: the browser asks again, so that a reload sends nothing twice.
pub(super) fn see(address: &str) -> Response {
    Redirect::to(address).into_response()
}
