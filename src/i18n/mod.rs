//! The message catalogue: every sentence that the widget can say, in one language at a time.
//!
//! The catalogue knows keys and placeholders. It must not know where texts come from (the server
//! reads `locales/*.json` and sends the chosen language's texts with the page) nor how amounts and
//! dates are written (the server formats them).
//!
//! To add a sentence: one line in `key.rs`, and its text in every file of `locales/`; the tests
//! here name whatever is missing, stray, or has other placeholders. To add a language: one file.

mod key;
mod catalogue;

pub use catalogue::{Catalogue, CatalogueError};
pub use key::Key;

#[cfg(test)]
mod tests;
