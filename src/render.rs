//! The server's way in: a page's value becomes the HTML that the browser takes over.

use kassa_wire::page::{Content, Page};
use yew::ServerRenderer;

use crate::checkout::Early;
use crate::i18n::{Catalogue, Key};
use crate::shell::{Root, RootProps, Words};

/// The HTML of a page, for the inside of `<div id="kassa">`.
///
/// The browser renders the same value first, with the same words, so the page's JSON has to be
/// embedded as it was given here. Runs on Yew's own worker threads; the future may be awaited on any.
pub async fn render_page(page: Page, words: Words) -> String {
    ServerRenderer::<Root>::with_props(move || RootProps::new(page, words, &Early::default()))
        .render()
        .await
}

/// The page's title, plain text: the caller escapes it.
#[must_use]
pub fn page_title(page: &Page, catalogue: &Catalogue) -> String {
    match &page.content {
        Content::Checkout(checkout) => catalogue.fill(
            Key::PageTitle,
            &[("recipient", &checkout.view.recipient.name)],
        ),
        Content::NotFound | Content::Trouble => catalogue.text(Key::PageTitlePlain).to_owned(),
    }
}
