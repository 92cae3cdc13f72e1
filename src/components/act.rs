//! What only a program can do, as `data-act` names it.

/// Shows the form, as the link does by itself without a program.
pub const CHANGE: &str = "change";
/// Copies `data-text`.
pub const COPY: &str = "copy";
/// Takes the email address that was probably meant.
pub const EMAIL: &str = "email";
/// Prints the page.
pub const PRINT: &str = "print";
/// Changes the language to `data-locale`, as the link does by itself without a program.
pub const LANGUAGE: &str = "language";
