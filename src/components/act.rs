//! What only scripts can do, as `data-act` names it: what needs the program, it hears; the rest the
//! page's own script does.

/// Shows the form, as the link does by itself without a program.
pub const CHANGE: &str = "change";
/// Copies `data-text`.
pub const COPY: &str = "copy";
/// Takes the email address that was probably meant.
pub const EMAIL: &str = "email";
/// Opens what a frame cannot show in a window beside it.
pub const OPEN: &str = "open";
/// Prints the page.
pub const PRINT: &str = "print";
/// Changes the language to `data-locale`, as the link does by itself without a program.
pub const LANGUAGE: &str = "language";
