//! What every screen is drawn with.

use crate::checkout::Checkout;
use crate::components::Hidden;
use crate::i18n::{Catalogue, Key};
use crate::shell::place::Address;
use crate::shell::printed::Printed;
use kassa_wire::page::LocaleView;

/// What every screen is drawn with.
#[derive(Debug)]
pub(in crate::shell) struct Screen<'a> {
    pub(in crate::shell) text: &'a Catalogue,
    pub(in crate::shell) page: &'a Printed,
    pub(in crate::shell) locales: &'a [LocaleView],
    pub(in crate::shell) locale: &'a str,
    pub(in crate::shell) saying: Option<Key>,
}

impl Screen<'_> {
    pub(super) fn address<'a>(&'a self, checkout: &'a Checkout) -> Address<'a> {
        Address {
            session: &checkout.view.id,
            locale: self.locale,
            ui: self.page.ui,
            theme: self.page.theme,
        }
    }

    /// What the server's page had in a field.
    pub(super) fn printed(&self, name: &str) -> &str {
        self.page.payer.get(name).map_or("", String::as_str)
    }

    /// A sentence about this session: recipient and total filled in.
    pub(super) fn about(&self, key: Key, checkout: &Checkout) -> String {
        let view = &checkout.view;
        self.text.fill(
            key,
            &[("recipient", &view.recipient.name), ("total", &view.total)],
        )
    }
}

/// What every form carries: which version it is a change of.
pub(super) fn version(checkout: &Checkout) -> Hidden {
    ("version", checkout.view.version.to_string())
}
