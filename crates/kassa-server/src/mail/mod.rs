//! Letters to payers: written, and handed to a mail server until one takes them.
//!
//! [`Letter`] is what is written, a [`Mailer`] hands it over once, [`SmtpMailer`] is the one there
//! is, and the [`Postman`] does that for what is due, beside the other servers.
//!
//! Must not know screens, requests or SQL. To add a letter: its words in `words::LetterWords`, and
//! its writing beside `letter`.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod letter;
mod mailer;
mod smtp;
mod postman;

#[cfg(test)]
mod tests;

pub use letter::{Letter, invitation_letter};
pub use mailer::Mailer;
pub use postman::Postman;
pub use smtp::{MailError, SmtpMailer, SmtpSettings};
