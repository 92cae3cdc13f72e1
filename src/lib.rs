//! The payer's half of Kassa: a checkout that the server renders and the browser takes over.
//!
//! The rooms, in reading order. Arrows point one way: a room knows those above it.

pub mod i18n;
pub mod checkout;
pub mod bridge;
pub mod shell;

#[cfg(feature = "ssr")]
pub mod render;
