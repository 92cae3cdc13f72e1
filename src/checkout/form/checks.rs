//! What the rules leave to whoever runs them: the server and the browser have other means.

use kassa_wire::problem::FieldCode;

/// What needs more than a few lines to be found out.
pub trait Checks {
    /// Whether a pattern of JavaScript's takes all of a text. One that cannot be read takes any.
    fn matches(&self, pattern: &str, text: &str) -> bool;

    /// Whether there is such a day, `2026-11-20`. Fields for days give no other in a browser.
    fn is_day(&self, _text: &str) -> bool {
        true
    }

    /// A telephone number that looks like one, as it is to be kept. Taken as it is where nobody
    /// knows better.
    ///
    /// # Errors
    /// [`FieldCode::InvalidPhone`] where no such number is possible.
    fn phone(&self, number: String) -> Result<String, FieldCode> {
        Ok(number)
    }
}

/// Finds nothing out: for saying what can be said at once.
#[derive(Clone, Copy, Debug)]
pub struct Unchecked;

impl Checks for Unchecked {
    fn matches(&self, _pattern: &str, _text: &str) -> bool {
        true
    }
}
