//! The payer's half of Kassa: a checkout that the server renders and the browser takes over.
//!
//! The rooms, in reading order:
//!
//! - [`i18n`]: every sentence the widget can say, in one language at a time
//! - [`checkout`]: PURE, what follows from what; [`checkout::form`] is shared with the server
//! - [`components`]: leaves, how one thing looks and speaks
//! - [`api`]: how to ask the server
//! - [`bridge`]: the line to the merchant's page
//! - [`shell`]: the one room where things happen; it knows all of the above
//! - `render` (feature `ssr`): the server's way in

pub mod i18n;
pub mod checkout;
pub mod components;
pub mod api;
pub mod bridge;
pub mod shell;

#[cfg(feature = "ssr")]
pub mod render;

#[cfg(test)]
extern crate self as kassa;
