//! How the page came from the server, which does not change.

use kassa_wire::page::{Content, Page, Theme, Ui};
use kassa_wire::payer::PayerValues;

/// How the page came.
#[derive(Debug)]
pub(super) struct Printed {
    /// How much of a page it is.
    pub(super) ui: Ui,
    /// Light or dark.
    pub(super) theme: Theme,
    /// BCP 47.
    pub(super) locale: String,
    /// What was in the fields.
    pub(super) payer: PayerValues,
}

impl Printed {
    /// The page's.
    pub(super) fn of(page: &Page) -> Self {
        let payer = match &page.content {
            Content::Checkout(checkout) => {
                let entered = checkout.entered.as_ref();
                entered.unwrap_or(&checkout.view.payer).clone()
            }
            Content::NotFound | Content::Trouble => PayerValues::new(),
        };
        Self {
            ui: page.ui,
            theme: page.theme,
            locale: page.locale.clone(),
            payer,
        }
    }
}
