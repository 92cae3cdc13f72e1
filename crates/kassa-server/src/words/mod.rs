//! Amounts, dates, countries and sentences, as each language writes them; addresses and telephone
//! numbers, as each country does.
//!
//! The server writes them and the browser shows them, so both always agree. The data is Unicode's
//! CLDR, through ICU4X, and Google's of addresses and numbers. The room must not know sessions, pages or requests.
//!
//! To add a language: its catalogue in `locales/`, its letters in `locales/mail/`, and a line in `locale.rs`.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod accept;
mod addresses;
mod countries;
mod letters;
mod library;
mod locale;
mod moment;
mod money;
mod phone;

pub use accept::accepted;
pub use addresses::{AddressFormat, AddressPart, Needed, address_format};
pub use letters::{LetterWords, filled};
pub use library::{Words, WordsError};
pub use locale::{Locale, NameOrder};
pub use moment::moment;
pub use money::{amount, decimals};
pub use phone::{international, is_possible_number};
