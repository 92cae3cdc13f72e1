//! Who is at the browser, and what their console may say.

use std::cell::RefCell;

use thirtyfour::WebDriver;

use super::{chromium, firefox};
use crate::stage::Browser;

/// A payer at a browser.
#[derive(Debug)]
pub(crate) struct Payer {
    pub(super) browser: WebDriver,
    pub(super) kind: Browser,
    expected: RefCell<Vec<&'static str>>,
}

impl Payer {
    /// Sits down.
    pub(crate) fn new(browser: WebDriver, kind: Browser) -> Self {
        Self {
            browser,
            kind,
            expected: RefCell::default(),
        }
    }

    /// An error in the console with this text is part of the journey.
    pub(crate) fn expects_error(&self, text: &'static str) {
        self.expected.borrow_mut().push(text);
    }

    /// Fails where the console holds an error that nobody expected.
    pub(crate) async fn saw_no_errors(&self) {
        let errors = match self.kind {
            Browser::Chromium => chromium::errors(&self.browser).await,
            Browser::Firefox => firefox::errors(&self.browser).await,
        };
        let expected = self.expected.borrow();
        let surprises: Vec<_> = errors
            .iter()
            .filter(|error| !expected.iter().any(|text| error.contains(text)))
            .collect();
        assert!(surprises.is_empty(), "the console says {surprises:#?}");
    }
}
