//! Who is at the browser, and what their console may say.

use std::cell::RefCell;

use thirtyfour::WebDriver;

/// A payer at a browser.
#[derive(Debug)]
pub(crate) struct Payer {
    pub(super) browser: WebDriver,
    expected: RefCell<Vec<&'static str>>,
}

impl Payer {
    /// Sits down.
    pub(crate) fn new(browser: WebDriver) -> Self {
        Self {
            browser,
            expected: RefCell::default(),
        }
    }

    /// An error in the console with this text is part of the journey.
    pub(crate) fn expects_error(&self, text: &'static str) {
        self.expected.borrow_mut().push(text);
    }

    /// Fails where the console holds an error that nobody expected.
    pub(crate) async fn saw_no_errors(&self) {
        let entries = self.browser.browser_log().await.unwrap();
        let expected = self.expected.borrow();
        let surprises: Vec<_> = entries
            .iter()
            .filter(|entry| entry.level == "SEVERE")
            .filter(|entry| !expected.iter().any(|text| entry.message.contains(text)))
            .map(|entry| &entry.message)
            .collect();
        assert!(surprises.is_empty(), "the console says {surprises:#?}");
    }
}
